package dev.toec.target.cpu;

import dev.toec.graph.InstanceGraph.Stage;
import dev.toec.ir.Module;
import dev.toec.ir.WorkType;
import java.util.List;

/**
 * An in port of a stage.
 *
 * @param arguments what the handler is given beside the worker: members of the item
 */
record InputModel(String label, String handler, List<String> arguments) {
    static InputModel of(ProgramNames names, Stage stage, Module.Port port, WorkType work) {
        String member = names.workMember(work);
        List<String> arguments = work.equals(WorkType.PACKET)
                ? List.of("item->" + member)
                : work.fields().stream()
                        .map(f -> "item->" + member + "." + FieldModel.memberName(f))
                        .toList();
        return new InputModel(names.input(stage, port.name()), names.handler(stage, port.name()), arguments);
    }
}

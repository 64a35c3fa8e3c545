package dev.toec.target.cpu;

import dev.toec.cgen.Names;
import dev.toec.graph.InstanceGraph.Stage;
import dev.toec.ir.Field;
import dev.toec.ir.Module;
import dev.toec.ir.WorkType;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * The function that sends work out of a port.
 *
 * @param member the member of an item that holds the work
 * @param bare whether the work is a packet alone
 */
record EmitterModel(
        String function,
        String port,
        String link,
        String itemType,
        String member,
        boolean bare,
        List<FieldModel> fields) {
    static EmitterModel of(ProgramNames names, Stage stage, Module.Port port, WorkType work) {
        Names arguments = new Names(Set.of("worker", "item"));
        List<FieldModel> fields = new ArrayList<>();
        for (Field field : work.fields()) {
            fields.add(FieldModel.of(field, arguments.fresh(field.name())));
        }
        return new EmitterModel(
                names.emitter(stage, port.name()),
                port.name(),
                names.link(stage.name(), port.name()),
                names.itemType(),
                names.workMember(work),
                work.equals(WorkType.PACKET),
                fields);
    }

    public String signature() {
        return Signatures.ofWorker(function, fields);
    }
}

package dev.toec.target.cpu;

import dev.toec.cgen.CExpr;
import dev.toec.graph.InstanceGraph.Stage;
import dev.toec.ir.Module;
import dev.toec.ir.WorkType;
import java.util.ArrayList;
import java.util.List;

/**
 * An in port of a stage.
 *
 * @param label enumerator of the port
 * @param call the statement that hands an item's work to the handler
 */
record InputModel(String label, String call) {
    /** How deep the call stands in the dispatching function. */
    private static final int INDENT = 8;

    static InputModel of(ProgramNames names, Stage stage, Module.Port port, WorkType work) {
        CExpr member = CExpr.name("item").arrow(names.workMember(work));
        List<CExpr> arguments = new ArrayList<>(List.of(CExpr.name("worker")));
        if (work.equals(WorkType.PACKET)) {
            arguments.add(member);
        } else {
            work.fields().forEach(f -> arguments.add(member.dot(FieldModel.memberName(f))));
        }
        String call = Signatures.call(names.handler(stage, port.name()), arguments, INDENT);
        return new InputModel(names.input(stage, port.name()), call);
    }
}

package dev.toec.analysis;

import dev.toec.analysis.OncePaths.Witness;
import dev.toec.diag.Code;
import dev.toec.diag.Diagnostic;
import dev.toec.diag.Diagnostics;
import dev.toec.graph.InstanceGraph;
import dev.toec.graph.InstanceGraph.Stage;
import dev.toec.graph.Topology;
import dev.toec.ir.ControlFlow;
import dev.toec.ir.Instruction;
import dev.toec.ir.IrType;
import dev.toec.ir.Module;
import java.util.List;
import java.util.Set;

/**
 * A reorder point gets every number once. That none is missing is the sequence pass's work; that none comes twice is
 * proved here: on no path does a handler emit two items that both get to one reorder point.
 */
public final class SequenceNumbers {
    private SequenceNumbers() {}

    /** Reports handlers of {@code graph} that number two items alike, as E0504. */
    public static void check(InstanceGraph graph, Diagnostics diagnostics) {
        Topology topology = new Topology(graph);
        for (Stage stage : graph.stages()) {
            for (Module.Handler handler : stage.module().handlers()) {
                topology.portsToPoints(stage, handler.input())
                        .forEach((point, ports) -> check(handler, point, ports, diagnostics));
            }
        }
    }

    private static void check(Module.Handler handler, String point, Set<String> ports, Diagnostics diagnostics) {
        List<Witness> twice = OncePaths.search(
                ControlFlow.of(handler.body()),
                i -> i instanceof Instruction.Emit emit && ports.contains(emit.port()),
                i -> false,
                false);
        for (Witness witness : twice) {
            if (!carriesPacket(witness.at()) || !carriesPacket(witness.first())) {
                diagnostics.report(PathText.show(diagnostic(point, witness), witness.decisions()));
            }
        }
    }

    /** Two emissions of one packet are the ownership analysis' to report. */
    private static boolean carriesPacket(Instruction emit) {
        return emit.operands().stream().anyMatch(v -> v.type() == IrType.PACKET);
    }

    private static Diagnostic diagnostic(String point, Witness witness) {
        int at = point.indexOf('@');
        String sequence = point.substring(0, at);
        String consumer = point.substring(at + 1);
        return Diagnostic.of(
                        Code.E0504,
                        witness.at().span(),
                        "a second item goes to the reorder point before " + consumer + " under the same number")
                .withRelated(witness.first().span(), "the first item is emitted here")
                .withNote("an item carries the number its packet took in sequence " + sequence
                        + "; the reorder point takes each number once and would stall or mix up the two")
                .withFix(
                        "emit one item on each path, or send the second over a link that does not lead to " + consumer);
    }
}

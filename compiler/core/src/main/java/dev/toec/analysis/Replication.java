package dev.toec.analysis;

import dev.toec.analysis.StateAccess.Kind;
import dev.toec.diag.Code;
import dev.toec.diag.Diagnostic;
import dev.toec.diag.Diagnostics;
import dev.toec.graph.InstanceGraph;
import dev.toec.graph.InstanceGraph.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Replicas must not change the meaning: state of a replicated stage whose content depends on the order of packets is a
 * race. In TOE source it is an error; where only an attached program is at fault, which its user cannot rewrite, the
 * stage runs as one replica.
 */
public final class Replication {
    private final StateAccesses accesses;
    private final Diagnostics diagnostics;

    private Replication(InstanceGraph graph, Diagnostics diagnostics) {
        this.accesses = new StateAccesses(graph);
        this.diagnostics = diagnostics;
    }

    /** {@code graph} with stages made single as attached programs demand (W0510); races of the source are E0503. */
    public static InstanceGraph check(InstanceGraph graph, Diagnostics diagnostics) {
        Replication replication = new Replication(graph, diagnostics);
        List<Stage> stages = new ArrayList<>();
        for (Stage stage : graph.stages()) {
            stages.add(stage.replicated() ? replication.check(stage) : stage);
        }
        return new InstanceGraph(
                graph.program(), graph.ports(), stages, graph.sequences(), graph.reorderPoints(), graph.links());
    }

    private Stage check(Stage stage) {
        boolean single = false;
        for (Map.Entry<String, List<StateAccess>> state :
                accesses.ordered(stage).entrySet()) {
            StateAccess change = change(state.getValue());
            if (change.attached()) {
                single = true;
                diagnostics.report(madeSingle(stage, state.getKey(), change));
            } else {
                diagnostics.report(race(stage, state.getKey(), state.getValue(), change));
            }
        }
        return single ? new Stage(stage.name(), stage.module(), false, stage.span()) : stage;
    }

    private static StateAccess change(List<StateAccess> accesses) {
        StateAccess write = StateAccesses.first(accesses, Kind.WRITE);
        return write != null ? write : StateAccesses.first(accesses, Kind.ADD);
    }

    private static Diagnostic madeSingle(Stage stage, String resource, StateAccess change) {
        return Diagnostic.of(Code.W0510, stage.span(), "stage " + stage.name() + " runs as one replica")
                .withRelated(change.at().span(), "an attached program changes map " + resource + " here")
                .withNote(
                        "what it leaves for the next packet depends on the order of packets; only atomic additions that"
                                + " nobody reads may be made by several replicas")
                .withFix("attach the program to a stage that is not replicated, or count with atomic additions only");
    }

    private static Diagnostic race(Stage stage, String resource, List<StateAccess> all, StateAccess change) {
        StateAccess read = StateAccesses.first(all, Kind.READ);
        read = read != null ? read : StateAccesses.first(all, Kind.FIND);
        Diagnostic diagnostic = Diagnostic.of(
                        Code.E0503, change.at().span(), "replicas of " + stage.name() + " race for '" + resource + "'")
                .withLabel("a replica writes here")
                .withRelated(stage.span(), "copies of " + stage.name() + " work at once");
        if (read != null) {
            diagnostic = diagnostic.withRelated(read.at().span(), "while another reads here");
        }
        return diagnostic
                .withNote(interleaving(stage.name(), resource, read != null))
                .withFix("let " + stage.name() + " be a single stage, or move '" + resource
                        + "' into a single stage behind a reorder point");
    }

    private static String interleaving(String stage, String resource, boolean read) {
        return read
                ? "replica 1 of " + stage + " reads '" + resource
                        + "' for packet n, replica 2 reads it for packet n + 1"
                        + " before replica 1 has written: packet n + 1 does not see what packet n left"
                : "replica 2 of " + stage + " writes '" + resource + "' for packet n + 1, then replica 1 writes it for"
                        + " packet n: the older value stays";
    }
}

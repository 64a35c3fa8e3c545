package dev.toec.analysis;

import dev.toec.analysis.StateAccess.Kind;
import dev.toec.diag.Code;
import dev.toec.diag.Diagnostic;
import dev.toec.diag.Diagnostics;
import dev.toec.graph.InstanceGraph.ExternalPort;
import dev.toec.graph.InstanceGraph.Link;
import dev.toec.graph.InstanceGraph.Sequence;
import dev.toec.graph.InstanceGraph.Stage;
import dev.toec.graph.Topology;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Says what goes wrong where order matters and packets are out of order: two packets, two ways, one interleaving. */
final class OrderDiagnostics {
    private final Topology topology;
    private final Diagnostics diagnostics;

    OrderDiagnostics(Topology topology, Diagnostics diagnostics) {
        this.topology = topology;
        this.diagnostics = diagnostics;
    }

    void atStage(Stage stage, Disorder disorder, String resource, List<StateAccess> accesses) {
        StateAccess change = StateAccesses.first(accesses, Kind.WRITE);
        change = change != null ? change : StateAccesses.first(accesses, Kind.ADD);
        String what = stage.name() + " changes '" + resource + "' packet by packet";
        String then = stage.name() + " handles packet n + 1 before packet n, and '" + resource
                + "' is not what it would be in order of arrival";
        Diagnostic found = diagnostic(disorder, what, then);
        diagnostics.report(found.withRelated(change.at().span(), "'" + resource + "' is changed here"));
    }

    void atPort(ExternalPort port, Disorder disorder) {
        String what = "what " + port.name() + ".tx transmits must be in order";
        diagnostics.report(diagnostic(disorder, what, "packet n + 1 leaves " + port.name() + " before packet n"));
    }

    private Diagnostic diagnostic(Disorder disorder, String what, String then) {
        return disorder.replicas() != null ? replicas(disorder, what, then) : meeting(disorder, what, then);
    }

    private Diagnostic replicas(Disorder disorder, String what, String then) {
        String name = disorder.replicas().name();
        Diagnostic found = Diagnostic.of(
                        Code.E0501,
                        disorder.arriving().span(),
                        what + ", but the replicas of " + name + " do not keep packets in order")
                .withRelated(disorder.replicas().span(), "copies of " + name + " work at once");
        if (!disorder.way().equals(disorder.arriving())) {
            found = found.withRelated(
                    disorder.way().span(), "packets leave the replicas here, and nothing reorders them");
        }
        return found.withNote("replica 1 of " + name
                        + " takes packet n, replica 2 takes packet n + 1 and is done first: " + then)
                .withFix(fix(disorder));
    }

    private Diagnostic meeting(Disorder disorder, String what, String then) {
        Diagnostic found = Diagnostic.of(
                        Code.E0502,
                        disorder.arriving().span(),
                        what + ", but packets come here on ways of different length")
                .withRelated(disorder.way().span(), "one way goes over this link");
        if (!disorder.otherWay().equals(disorder.arriving())) {
            found = found.withRelated(disorder.otherWay().span(), "another way goes over this link");
        }
        return found.withNote("packet n goes over " + end(disorder.otherWay()) + ", packet n + 1 over "
                        + end(disorder.way()) + " and is there first: " + then)
                .withFix(fix(disorder));
    }

    private static String end(Link link) {
        return link.from() + "." + link.fromPort();
    }

    private String fix(Disorder disorder) {
        Link link = disorder.arriving();
        Set<String> origins = new TreeSet<>(topology.origins().getOrDefault(link, Set.of()));
        String sequence = "arrival";
        String first = "declare 'sequence arrival at " + rx(origins) + "' and ";
        for (Sequence declared : topology.graph().sequences()) {
            boolean complete = declared.ports().containsAll(origins);
            if (complete || first.startsWith("declare")) {
                sequence = declared.name();
                first = complete ? "" : "name " + rx(origins) + " in sequence " + sequence + " and ";
            }
        }
        return first + "write '" + end(link) + " -> reorder " + sequence + " -> " + link.to() + "." + link.toPort()
                + "'" + everywhere(disorder);
    }

    private static String rx(Set<String> ports) {
        return String.join(".rx, ", ports) + ".rx";
    }

    private static String everywhere(Disorder disorder) {
        return disorder.replicas() == null
                ? ", and the same on every link to " + disorder.arriving().to()
                : "";
    }
}

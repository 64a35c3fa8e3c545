package dev.toec.graph;

import dev.toec.diag.Code;
import dev.toec.diag.Diagnostic;
import dev.toec.diag.Diagnostics;
import dev.toec.graph.InstanceGraph.Link;
import dev.toec.graph.InstanceGraph.ReorderPoint;
import dev.toec.graph.InstanceGraph.Sequence;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** Every packet that comes to a reorder point has a number, and every number has a way to its reorder points. */
public final class SequenceCheck {
    private final Topology topology;
    private final Diagnostics diagnostics;
    private final Map<String, Sequence> sequences = new HashMap<>();
    private final Map<Link, Set<String>> origins;

    private SequenceCheck(Topology topology, Diagnostics diagnostics) {
        this.topology = topology;
        this.diagnostics = diagnostics;
        this.origins = topology.origins();
        topology.graph().sequences().forEach(s -> sequences.put(s.name(), s));
    }

    /** Reports packets without numbers (E0621) and numbers without a way (E0622) at the reorder points of a graph. */
    public static void check(InstanceGraph graph, Diagnostics diagnostics) {
        SequenceCheck check = new SequenceCheck(new Topology(graph), diagnostics);
        for (ReorderPoint point : graph.reorderPoints()) {
            check.point(point, check.sequences.get(point.sequence()));
        }
    }

    private void point(ReorderPoint point, Sequence sequence) {
        for (Link link : topology.entering(point.consumer())) {
            if (passes(link, point)) {
                numbered(link, sequence, origins.getOrDefault(link, Set.of()));
            }
        }
        arrives(point, sequence);
    }

    private static boolean passes(Link link, ReorderPoint point) {
        return link.reorder().isPresent() && link.reorder().get().equals(point.name());
    }

    private void numbered(Link link, Sequence sequence, Set<String> origins) {
        for (String origin : origins) {
            if (!sequence.ports().contains(origin)) {
                diagnostics.report(Diagnostic.of(
                                Code.E0621,
                                link.span(),
                                "packets from " + origin + ".rx have no number of sequence " + sequence.name())
                        .withRelated(sequence.span(), "the sequence numbers these ports only")
                        .withNote("a reorder point cannot tell where in the order they belong")
                        .withFix("add " + origin + ".rx to sequence " + sequence.name()));
            }
        }
    }

    private void arrives(ReorderPoint point, Sequence sequence) {
        Set<Link> leading = topology.leadingTo(point);
        for (String port : sequence.ports()) {
            Link received = topology.leaving(port, "rx");
            if (received != null && !leading.contains(received)) {
                diagnostics.report(missing(port, point, sequence, received));
            }
        }
    }

    private Diagnostic missing(String port, ReorderPoint point, Sequence sequence, Link received) {
        Diagnostic diagnostic = Diagnostic.of(
                        Code.E0622, point.span(), "no packet from " + port + ".rx ever comes to this reorder point")
                .withRelated(sequence.span(), "sequence " + sequence.name() + " numbers them nevertheless")
                .withNote("the reorder point would wait for their numbers for ever");
        for (Link link : topology.entering(point.consumer())) {
            if (!passes(link, point) && origins.getOrDefault(link, Set.of()).contains(port)) {
                return diagnostic
                        .withRelated(link.span(), "they come over this link, past the reorder point")
                        .withFix("let this link pass it too: '" + link.from() + "." + link.fromPort() + " -> reorder "
                                + sequence.name() + " -> " + link.to() + "." + link.toPort() + "'");
            }
        }
        return diagnostic
                .withRelated(received.span(), "they go this way")
                .withFix("take " + port + ".rx out of sequence " + sequence.name()
                        + ", or give it a sequence of its own");
    }
}

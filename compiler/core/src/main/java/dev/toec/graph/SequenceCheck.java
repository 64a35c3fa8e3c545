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
final class SequenceCheck {
    private final Topology topology;
    private final Diagnostics diagnostics;
    private final Map<String, Sequence> sequences = new HashMap<>();
    private boolean sound = true;

    SequenceCheck(Topology topology, Diagnostics diagnostics) {
        this.topology = topology;
        this.diagnostics = diagnostics;
        topology.graph().sequences().forEach(s -> sequences.put(s.name(), s));
    }

    /** Whether all sequences are complete as far as links tell. */
    boolean check() {
        Map<Link, Set<String>> origins = topology.origins();
        for (ReorderPoint point : topology.graph().reorderPoints()) {
            Sequence sequence = sequences.get(point.sequence());
            for (Link link : topology.entering(point.consumer())) {
                if (link.reorder().isPresent() && link.reorder().get().equals(point.name())) {
                    numbered(link, sequence, origins.getOrDefault(link, Set.of()));
                }
            }
            arrives(point, sequence);
        }
        return sound;
    }

    private void numbered(Link link, Sequence sequence, Set<String> origins) {
        for (String origin : origins) {
            if (!sequence.ports().contains(origin)) {
                sound = false;
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
                sound = false;
                diagnostics.report(Diagnostic.of(
                                Code.E0622,
                                point.span(),
                                "no packet from " + port + ".rx ever comes to this reorder point")
                        .withRelated(sequence.span(), "sequence " + sequence.name() + " numbers them nevertheless")
                        .withRelated(received.span(), "they go this way")
                        .withNote("the reorder point would wait for their numbers for ever")
                        .withFix("take " + port + ".rx out of sequence " + sequence.name()
                                + ", or give it a sequence of its own"));
            }
        }
    }
}

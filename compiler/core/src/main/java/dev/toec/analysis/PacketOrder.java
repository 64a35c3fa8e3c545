package dev.toec.analysis;

import dev.toec.diag.Diagnostics;
import dev.toec.graph.InstanceGraph;
import dev.toec.graph.InstanceGraph.ExternalPort;
import dev.toec.graph.InstanceGraph.Link;
import dev.toec.graph.InstanceGraph.Stage;
import dev.toec.graph.Topology;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Proves that order-sensitive consumers get their packets in the order of arrival: a stage whose state depends on the
 * order, and the transmitting side of every external port.
 *
 * <p>Order comes from one of three sources: the reader of the external ports, a reorder point, or a single stage that
 * itself works in order; a queue keeps the order in which one producer fills it. A consumer gets its packets in order
 * if all its links have the same source; the replicas of a stage are no source.
 */
public final class PacketOrder {
    /** The one reader that merges all external ports by time of arrival. */
    private static final String READER = "the external ports";

    private final Topology topology;
    private final StateAccesses accesses;
    private final OrderDiagnostics report;
    private final Map<String, Disorder> disorders = new HashMap<>();

    private PacketOrder(InstanceGraph graph, Diagnostics diagnostics) {
        topology = new Topology(graph);
        accesses = new StateAccesses(graph);
        report = new OrderDiagnostics(topology, diagnostics);
    }

    /** Reports consumers of {@code graph} that packets can reach out of order, as E0501 and E0502. */
    public static void check(InstanceGraph graph, Diagnostics diagnostics) {
        PacketOrder order = new PacketOrder(graph, diagnostics);
        for (Stage stage : order.topology.order()) {
            order.stage(stage);
        }
        for (ExternalPort port : graph.ports()) {
            order.port(port);
        }
    }

    private void stage(Stage stage) {
        Disorder disorder = disorderAt(stage.name());
        if (disorder == null || stage.replicated()) {
            return;
        }
        Map<String, List<StateAccess>> state = accesses.ordered(stage);
        if (state.isEmpty()) {
            disorders.put(stage.name(), disorder);
        } else {
            String resource = state.keySet().iterator().next();
            report.atStage(stage, disorder, resource, state.get(resource));
        }
    }

    private void port(ExternalPort port) {
        Disorder disorder = disorderAt(port.name());
        if (disorder != null) {
            report.atPort(port, disorder);
        }
    }

    /** Why packets may come to {@code consumer} out of order, or {@code null}. */
    private Disorder disorderAt(String consumer) {
        Link first = null;
        for (Link link : topology.entering(consumer)) {
            Disorder inherited = disorderOn(link);
            if (inherited != null) {
                return inherited;
            }
            if (first != null && !source(first).equals(source(link))) {
                return new Disorder(null, first, link, link.reorder().isPresent() ? first : link);
            }
            first = first == null ? link : first;
        }
        return null;
    }

    private Disorder disorderOn(Link link) {
        Stage producer = topology.stage(link.from());
        if (producer == null || link.reorder().isPresent()) {
            return null;
        }
        if (producer.replicated()) {
            return new Disorder(producer, link, null, link);
        }
        Disorder earlier = disorders.get(producer.name());
        return earlier == null ? null : earlier.arrivingOver(link);
    }

    private String source(Link link) {
        if (link.reorder().isPresent()) {
            return link.reorder().get();
        }
        return topology.stage(link.from()) == null ? READER : link.from();
    }
}

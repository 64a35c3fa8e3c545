package dev.toec.pass;

import dev.toec.graph.InstanceGraph;
import dev.toec.graph.InstanceGraph.Stage;
import dev.toec.graph.Topology;
import dev.toec.ir.Function;
import dev.toec.ir.Module;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Makes every sequence complete: a handler that does not send the item at hand on towards a reorder point tells the point
 * so. An item emitted over a link that leads to the point later hands that duty over to the stage that receives it.
 */
final class SequencePass {
    private SequencePass() {}

    /** {@code graph} with skips in its handlers. No path emits two items towards one point. */
    static InstanceGraph run(InstanceGraph graph) {
        Topology topology = new Topology(graph);
        return GraphRewriter.stages(graph, stage -> withSkips(stage, topology));
    }

    private static Stage withSkips(Stage stage, Topology topology) {
        List<Module.Handler> handlers = new ArrayList<>();
        for (Module.Handler handler : stage.module().handlers()) {
            Map<String, Set<String>> ports = topology.portsToPoints(stage, handler.input());
            Function body = ports.isEmpty() ? handler.body() : SkipPlacement.place(handler.body(), ports);
            handlers.add(new Module.Handler(handler.input(), body));
        }
        return stage.withModule(stage.module().withHandlers(handlers));
    }
}

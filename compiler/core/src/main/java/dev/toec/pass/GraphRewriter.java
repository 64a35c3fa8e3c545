package dev.toec.pass;

import dev.toec.graph.InstanceGraph;
import dev.toec.graph.InstanceGraph.Stage;
import dev.toec.ir.Function;
import dev.toec.ir.Module;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Copies an instance graph with other stages or functions. */
final class GraphRewriter {
    private GraphRewriter() {}

    /** {@code graph} with every stage rewritten. */
    static InstanceGraph stages(InstanceGraph graph, UnaryOperator<Stage> rewrite) {
        List<Stage> stages = new ArrayList<>(graph.stages().size());
        for (Stage stage : graph.stages()) {
            stages.add(rewrite.apply(stage));
        }
        return new InstanceGraph(
                graph.program(), graph.ports(), stages, graph.sequences(), graph.reorderPoints(), graph.links());
    }

    /** {@code graph} with other functions beside the handlers. */
    static InstanceGraph withFunctions(InstanceGraph graph, List<Function> functions) {
        return new InstanceGraph(
                graph.program().withFunctions(functions),
                graph.ports(),
                graph.stages(),
                graph.sequences(),
                graph.reorderPoints(),
                graph.links());
    }

    /** {@code graph} with every handler and every function rewritten. */
    static InstanceGraph functions(InstanceGraph graph, UnaryOperator<Function> rewrite) {
        List<Function> functions = new ArrayList<>();
        for (Function function : graph.program().functions()) {
            functions.add(rewrite.apply(function));
        }
        return stages(withFunctions(graph, functions), stage -> {
            List<Module.Handler> handlers = new ArrayList<>();
            for (Module.Handler handler : stage.module().handlers()) {
                handlers.add(new Module.Handler(handler.input(), rewrite.apply(handler.body())));
            }
            return stage.withModule(stage.module().withHandlers(handlers));
        });
    }
}

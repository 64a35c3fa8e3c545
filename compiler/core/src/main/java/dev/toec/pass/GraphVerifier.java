package dev.toec.pass;

import dev.toec.graph.InstanceGraph;
import dev.toec.graph.InstanceGraph.ReorderPoint;
import dev.toec.graph.InstanceGraph.Stage;
import dev.toec.ir.Block;
import dev.toec.ir.Function;
import dev.toec.ir.Instruction;
import dev.toec.ir.IrProgram;
import dev.toec.ir.IrVerifier;
import dev.toec.ir.Module;
import dev.toec.ir.Pipeline;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Verifies the IR inside an instance graph: that of the stages, which passes rewrite, not that of the source's modules. */
public final class GraphVerifier {
    private GraphVerifier() {}

    /** What is wrong with the IR of {@code graph}; empty if it is well-formed. */
    public static List<String> verify(InstanceGraph graph) {
        List<String> messages = new ArrayList<>(IrVerifier.verify(program(graph)));
        skips(graph, messages);
        return messages;
    }

    /** The IR inside {@code graph} as a program of its own: one module per stage, named after it, and no pipeline. */
    public static IrProgram program(InstanceGraph graph) {
        List<Module> modules = new ArrayList<>();
        for (Stage stage : graph.stages()) {
            modules.add(named(stage.name(), stage.module()));
        }
        IrProgram p = graph.program();
        Pipeline none = new Pipeline(
                "", "", List.of(), List.of(), List.of(), List.of(), p.pipeline().span());
        return new IrProgram(p.name(), p.reasons(), p.enums(), p.works(), p.functions(), modules, none, p.span());
    }

    private static Module named(String name, Module m) {
        return new Module(
                name,
                m.doc(),
                m.inputs(),
                m.outputs(),
                m.counters(),
                m.tables(),
                m.variables(),
                m.hooks(),
                m.handlers(),
                m.span());
    }

    private static void skips(InstanceGraph graph, List<String> messages) {
        Set<String> points = new HashSet<>();
        for (ReorderPoint point : graph.reorderPoints()) {
            points.add(point.name());
        }
        for (Stage stage : graph.stages()) {
            for (Module.Handler handler : stage.module().handlers()) {
                skips(handler.body(), points, messages);
            }
        }
    }

    private static void skips(Function handler, Set<String> points, List<String> messages) {
        for (Block block : handler.blocks()) {
            for (Instruction instruction : block.body()) {
                if (instruction instanceof Instruction.Skip skip && !points.contains(skip.point())) {
                    messages.add("function " + handler.name() + " skips unknown reorder point " + skip.point());
                }
            }
        }
    }
}

package dev.toec.pass;

import dev.toec.analysis.PacketOrder;
import dev.toec.analysis.PacketOwnership;
import dev.toec.analysis.Replication;
import dev.toec.analysis.SequenceNumbers;
import dev.toec.diag.Diagnostics;
import dev.toec.graph.Elaboration;
import dev.toec.graph.InstanceGraph;
import dev.toec.graph.SequenceCheck;
import dev.toec.ir.Function;
import dev.toec.ir.IrProgram;
import dev.toec.ir.IrVerifier;
import dev.toec.types.Lowering;
import dev.toec.types.TypedProgram;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * All passes between the front ends and the engines, in order. Analyses report and hand on what they were given; a
 * program with errors is analysed as far as it makes sense, so that all errors come in one run, but never rewritten.
 */
public final class Passes {
    /** {@code -Dtoec.verify=true} verifies the IR after every pass; tests always do. */
    private static final boolean VERIFY = Boolean.getBoolean("toec.verify");

    private record Pass(String name, BiFunction<InstanceGraph, Diagnostics, InstanceGraph> body) {}

    private static final List<Pass> ANALYSES = List.of(
            new Pass("replication", Replication::check),
            new Pass("packet-order", analysis(PacketOrder::check)),
            new Pass("sequence-ways", analysis(SequenceCheck::check)),
            new Pass("sequence-numbers", analysis(SequenceNumbers::check)));

    private static final List<Pass> REWRITES = List.of(
            new Pass("sequence-skips", (graph, d) -> SequencePass.run(graph)),
            new Pass("simplify", (graph, d) -> GraphRewriter.functions(graph, Simplification::run)));

    private Passes() {}

    /** The IR of {@code program}. */
    public static IrProgram lower(TypedProgram program) {
        IrProgram lowered = Lowering.lower(program);
        complain("lower", VERIFY ? IrVerifier.verify(lowered) : List.of());
        return lowered;
    }

    /** The instance graph of {@code program}, its own faults reported; nothing where stages and links make no sense. */
    public static Optional<InstanceGraph> elaborate(IrProgram program, Diagnostics diagnostics) {
        PacketOwnership.check(program, diagnostics);
        return Elaboration.elaborate(program, diagnostics);
    }

    /** {@code graph} with {@code programs} linked in and everything proved, or nothing when an error was reported. */
    public static Optional<InstanceGraph> analyse(
            InstanceGraph graph, List<AttachedProgram> programs, Diagnostics diagnostics) {
        InstanceGraph linked = verified("link-hooks", HookLinker.link(graph, programs));
        InstanceGraph analysed = run(ANALYSES, linked, diagnostics);
        return diagnostics.hasErrors() ? Optional.empty() : Optional.of(analysed);
    }

    /** {@code graph}, of which everything is proved, ready for an engine. */
    public static InstanceGraph complete(InstanceGraph graph) {
        return run(REWRITES, graph, new Diagnostics());
    }

    /** {@code function} simplified as every function of a complete graph is. */
    public static Function simplify(Function function) {
        return Simplification.run(function);
    }

    private static InstanceGraph run(List<Pass> passes, InstanceGraph graph, Diagnostics diagnostics) {
        InstanceGraph current = graph;
        for (Pass pass : passes) {
            current = verified(pass.name(), pass.body().apply(current, diagnostics));
        }
        return current;
    }

    private static BiFunction<InstanceGraph, Diagnostics, InstanceGraph> analysis(Analysis analysis) {
        return (graph, diagnostics) -> {
            analysis.check(graph, diagnostics);
            return graph;
        };
    }

    private interface Analysis {
        void check(InstanceGraph graph, Diagnostics diagnostics);
    }

    private static InstanceGraph verified(String pass, InstanceGraph graph) {
        complain(pass, VERIFY ? GraphVerifier.verify(graph) : List.of());
        return graph;
    }

    private static void complain(String pass, List<String> faults) {
        if (!faults.isEmpty()) {
            throw new IllegalStateException("pass " + pass + " left ill-formed IR: " + faults);
        }
    }
}

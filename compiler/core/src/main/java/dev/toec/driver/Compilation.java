package dev.toec.driver;

import dev.toec.diag.Code;
import dev.toec.diag.Diagnostic;
import dev.toec.diag.Diagnostics;
import dev.toec.graph.InstanceGraph;
import dev.toec.graph.Mapping;
import dev.toec.graph.PlacedGraph;
import dev.toec.ir.IrParser;
import dev.toec.ir.IrProgram;
import dev.toec.ir.IrVerifier;
import dev.toec.pass.Passes;
import dev.toec.source.SourceFile;
import dev.toec.syntax.Parser;
import dev.toec.types.TypeChecker;
import dev.toec.types.TypedProgram;
import java.util.List;
import java.util.Optional;

/** From source text to the instance graph every engine runs. */
public final class Compilation {
    private Compilation() {}

    /**
     * Compiles {@code source}, TOE or, in a file named {@code *.ir}, IR as text.
     *
     * @param attachments programs for its hooks; those of one hook run in the order given
     * @return the graph, or nothing when an error was reported; warnings may have been reported in either case
     */
    public static Optional<InstanceGraph> compile(
            SourceFile source, List<Attachment> attachments, Diagnostics diagnostics) {
        return analysed(source, attachments, diagnostics).map(Passes::complete);
    }

    /** Reports all that {@link #compile} would report, without making anything that an engine could run. */
    public static void check(SourceFile source, List<Attachment> attachments, Diagnostics diagnostics) {
        analysed(source, attachments, diagnostics);
    }

    private static Optional<InstanceGraph> analysed(
            SourceFile source, List<Attachment> attachments, Diagnostics diagnostics) {
        Optional<InstanceGraph> graph =
                program(source, diagnostics).flatMap(program -> Passes.elaborate(program, diagnostics));
        return graph.flatMap(g -> Passes.analyse(g, Attachments.load(g, attachments, diagnostics), diagnostics));
    }

    /** The program in {@code source} before any pass, or nothing when an error was reported. */
    public static Optional<IrProgram> program(SourceFile source, Diagnostics diagnostics) {
        return source.name().endsWith(".ir") ? ir(source, diagnostics) : toe(source, diagnostics);
    }

    private static Optional<IrProgram> toe(SourceFile source, Diagnostics diagnostics) {
        Optional<TypedProgram> typed = TypeChecker.check(Parser.parse(source, diagnostics), diagnostics);
        return diagnostics.hasErrors() ? Optional.empty() : typed.map(Passes::lower);
    }

    private static Optional<IrProgram> ir(SourceFile source, Diagnostics diagnostics) {
        IrProgram program = IrParser.parse(source, diagnostics);
        List<String> faults = diagnostics.hasErrors() ? List.of() : IrVerifier.verify(program);
        if (!faults.isEmpty()) {
            Diagnostic diagnostic = Diagnostic.of(Code.E0193, program.span(), "the parts of this program do not fit");
            for (String fault : faults) {
                diagnostic = diagnostic.withNote(fault);
            }
            diagnostics.report(diagnostic);
        }
        return diagnostics.hasErrors() ? Optional.empty() : Optional.of(program);
    }

    /**
     * {@code graph} with replicas for one engine; what {@code mapping} says of stages that are not there or not
     * replicated, which {@link Mapping#check} reports, has no effect.
     *
     * @param defaultReplicas for replicated stages of which the mapping says nothing
     */
    public static PlacedGraph place(InstanceGraph graph, Mapping mapping, int defaultReplicas) {
        return mapping.place(graph, defaultReplicas);
    }
}

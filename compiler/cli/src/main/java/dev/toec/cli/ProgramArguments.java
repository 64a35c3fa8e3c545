package dev.toec.cli;

import dev.toec.diag.Diagnostics;
import dev.toec.driver.Compilation;
import dev.toec.graph.InstanceGraph;
import dev.toec.graph.Mapping;
import dev.toec.graph.PlacedGraph;
import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** One program, what is attached to it, and how it is mapped. */
final class ProgramArguments {
    @Parameters(paramLabel = "FILE", description = "The program, a .toe source.")
    private Path file;

    @Option(names = "--map", paramLabel = "MAP", description = "How stages are placed: a mapping file.")
    private Path map;

    @Mixin
    private AttachArguments attached;

    Path file() {
        return file;
    }

    /** The elaborated program, or nothing when an error was reported. */
    Optional<InstanceGraph> compile(Diagnostics diagnostics) throws InputFault {
        return Compilation.compile(InputFiles.source(file), attached.read(), diagnostics);
    }

    /**
     * The program as {@code target} runs it, or nothing when the mapping is at fault.
     *
     * @param replicas of a replicated stage of which the mapping says nothing
     */
    Optional<PlacedGraph> place(InstanceGraph graph, String target, int replicas, Diagnostics diagnostics)
            throws InputFault {
        Mapping mapping = map == null ? Mapping.NONE : Mapping.parse(InputFiles.source(map), target, diagnostics);
        mapping.check(graph, diagnostics);
        return diagnostics.hasErrors() ? Optional.empty() : Optional.of(Compilation.place(graph, mapping, replicas));
    }
}

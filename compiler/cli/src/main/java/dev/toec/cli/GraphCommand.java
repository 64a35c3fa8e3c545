package dev.toec.cli;

import dev.toec.diag.Code;
import dev.toec.driver.RequiredTools;
import dev.toec.graph.InstanceGraph;
import dev.toec.graph.PlacedGraph;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
        name = "graph",
        description = "Draws the stages of a program, what they keep, and what flows between them.",
        footer = {
            "",
            "Example:",
            "  toec graph examples/edge/edge.toe -o edge.svg",
            "  toec graph examples/edge/edge.toe --format json"
        })
final class GraphCommand extends ToecCommand {
    private static final String DOT = "dot";

    /** What a drawing can be written as. */
    private enum Format {
        DOT,
        SVG,
        JSON
    }

    @Mixin
    private ProgramArguments program;

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description =
                    "dot (Graphviz' language), svg or json; if not given, what the output's name ends in, or dot.")
    private Format format;

    @Option(names = "-o", paramLabel = "FILE", description = "Where to write; standard output if not given.")
    private Path output;

    GraphCommand(Console console) {
        super(console);
    }

    @Override
    int execute() throws InputFault {
        EngineChoice interpreter = EngineChoice.interpreter();
        Optional<InstanceGraph> graph = program.compile(diagnostics());
        if (graph.isEmpty()) {
            return ExitCode.FAULT;
        }
        Optional<PlacedGraph> placed =
                program.place(graph.get(), interpreter.name(), interpreter.replicas(), diagnostics());
        if (placed.isEmpty()) {
            return ExitCode.FAULT;
        }
        write(drawing(placed.get()));
        return ExitCode.DONE;
    }

    private byte[] drawing(PlacedGraph placed) throws InputFault {
        switch (format()) {
            case JSON:
                return (GraphJson.of(placed) + "\n").getBytes(StandardCharsets.UTF_8);
            case SVG:
                return svg(GraphDrawing.dot(placed));
            default:
                return GraphDrawing.dot(placed).getBytes(StandardCharsets.UTF_8);
        }
    }

    private Format format() {
        if (format != null) {
            return format;
        }
        String name = output == null ? "" : output.toString();
        return name.endsWith(".svg") ? Format.SVG : name.endsWith(".json") ? Format.JSON : Format.DOT;
    }

    private void write(byte[] drawing) throws InputFault {
        if (output == null) {
            console().out().writeBytes(drawing);
        } else {
            OutputFiles.write(output, drawing);
        }
    }

    private static byte[] svg(String dot) throws InputFault {
        if (!RequiredTools.missing(List.of(DOT)).isEmpty()) {
            throw InputFault.of(
                    Code.E0908,
                    "drawing svg needs dot of Graphviz, which is not on the PATH",
                    "install it (Debian: apt-get install " + RequiredTools.debianPackage(DOT)
                            + "), or use --format dot");
        }
        try {
            Process process = new ProcessBuilder(DOT, "-Tsvg")
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            try (OutputStream input = process.getOutputStream()) {
                input.write(dot.getBytes(StandardCharsets.UTF_8)); // dot reads all before it writes
            }
            return process.getInputStream().readAllBytes();
        } catch (IOException e) {
            throw InputFault.of(Code.E0908, "dot failed: " + e.getMessage(), "use --format dot");
        }
    }
}

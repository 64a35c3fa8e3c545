package dev.toec.cli;

import dev.toec.graph.InstanceGraph;
import dev.toec.graph.PlacedGraph;
import dev.toec.target.Target;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "build",
        description = "Generates C or Micro-C with runtime and build file, one directory per target.",
        footer = {"", "Example:", "  toec build examples/edge/edge.toe --target x86 -o build", "  make -C build/x86"})
final class BuildCommand extends ToecCommand {
    @Mixin
    private ProgramArguments program;

    @Option(
            names = "--target",
            paramLabel = "TARGET",
            defaultValue = "all",
            description = "x86, bluefield, nfp, or all, which is meant if not given.")
    private String target;

    @Option(names = "-o", paramLabel = "DIR", required = true, description = "Where to write; DIR/TARGET is made.")
    private Path directory;

    @Spec
    private CommandSpec command;

    BuildCommand(Console console) {
        super(console);
    }

    @Override
    int execute() throws InputFault {
        Map<Target, PlacedGraph> placed = new LinkedHashMap<>();
        var targets = TargetChoice.parse(target, command);
        Optional<InstanceGraph> graph = program.compile(diagnostics());
        if (graph.isEmpty()) {
            return ExitCode.FAULT;
        }
        for (Target chosen : targets) {
            program.place(graph.get(), chosen.name(), chosen.defaultReplicas(), diagnostics())
                    .ifPresent(p -> placed.put(chosen, p));
        }
        placed.forEach((chosen, p) -> chosen.check(p, diagnostics()));
        if (!diagnostics().hasErrors()) {
            for (Map.Entry<Target, PlacedGraph> each : placed.entrySet()) {
                write(each.getKey(), each.getValue());
            }
        }
        return ExitCode.DONE;
    }

    private void write(Target chosen, PlacedGraph placed) throws InputFault {
        console().progress("generating " + chosen.name());
        Path own = directory.resolve(chosen.name());
        OutputFiles.writeDirectory(own, chosen.emit(placed));
        console().progressDone();
        console().out().printf("%-10s %s%n", chosen.name(), own);
    }
}

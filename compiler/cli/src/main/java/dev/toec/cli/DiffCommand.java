package dev.toec.cli;

import dev.toec.driver.ResultDifference;
import dev.toec.engine.Frame;
import dev.toec.engine.RunRequest;
import dev.toec.engine.RunResult;
import dev.toec.engine.TableEntry;
import dev.toec.graph.InstanceGraph;
import dev.toec.graph.PlacedGraph;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "diff",
        description = "Runs a program on several engines and compares packets, drops, counters and tables.",
        footer = {"", "Example:", "  toec diff examples/edge/edge.toe --in inside=lan.pcap --engines interp,x86"})
final class DiffCommand extends ToecCommand {
    @Mixin
    private ProgramArguments program;

    @Mixin
    private PacketArguments packets;

    @Option(
            names = "--engines",
            paramLabel = "ENGINE",
            split = ",",
            description = "Which to compare with the first; all if not given.")
    private List<String> engines;

    @Spec
    private CommandSpec command;

    DiffCommand(Console console) {
        super(console);
    }

    @Override
    int execute() throws InputFault {
        List<EngineChoice> choices = engines == null
                ? EngineChoice.all()
                : engines.stream()
                        .map(name -> EngineChoice.parse(name, command))
                        .toList();
        Optional<InstanceGraph> graph = program.compile(diagnostics());
        if (graph.isEmpty()) {
            return ExitCode.FAULT;
        }
        packets.requirePorts(graph.get());
        return compare(choices, graph.get());
    }

    private int compare(List<EngineChoice> choices, InstanceGraph graph) throws InputFault {
        Map<String, List<Frame>> frames = packets.frames();
        Map<String, List<TableEntry>> tables = packets.tables(graph);
        ComparisonTable comparison = new ComparisonTable();
        for (EngineChoice choice : choices) {
            Optional<PlacedGraph> placed = program.place(graph, choice.name(), choice.replicas(), diagnostics());
            if (placed.isEmpty()) {
                return ExitCode.FAULT;
            }
            console().progress("running on " + choice.name());
            RunResult result = Runs.run(choice, new RunRequest(placed.get(), frames, tables, 0));
            console().progressDone();
            if (choice == choices.get(0)) {
                packets.writeOutputs(result);
            }
            comparison.add(choice.name(), result);
        }
        return report(comparison, choices.get(0).name());
    }

    private int report(ComparisonTable comparison, String reference) {
        console().out().print(comparison.text());
        Map<String, ResultDifference> differences = comparison.differences();
        differences.forEach((engine, difference) ->
                console().out().println(engine + " differs: " + difference.describe(reference, engine)));
        return differences.isEmpty() ? ExitCode.DONE : ExitCode.FAULT;
    }
}

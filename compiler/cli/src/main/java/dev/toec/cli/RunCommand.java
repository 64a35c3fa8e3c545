package dev.toec.cli;

import dev.toec.driver.ResultDifference;
import dev.toec.engine.RunRequest;
import dev.toec.engine.RunResult;
import dev.toec.graph.InstanceGraph;
import dev.toec.graph.PlacedGraph;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "run",
        description = "Sends packets through a program and says what became of them.",
        footer = {
            "",
            "Example:",
            "  toec run edge.toe --in inside=lan.pcap --out outside=wan.pcap --table rules=rules.json",
            "  toec run edge.toe --engine x86 --in inside=veth:lan0 --in outside=veth:wan0"
        })
final class RunCommand extends ToecCommand {
    @Mixin
    private ProgramArguments program;

    @Mixin
    private PacketArguments packets;

    @Option(
            names = "--engine",
            paramLabel = "ENGINE",
            defaultValue = EngineChoice.INTERPRETER,
            description = "interp, which is meant if not given, x86, bluefield or nfp.")
    private String engine;

    @Option(names = "--seed", paramLabel = "N", description = "Another legal interleaving of replicas; interp only.")
    private long seed;

    @Option(
            names = "--schedules",
            paramLabel = "N",
            description =
                    "Run N interleavings, with seeds 1 to N, and compare each with the sequential run; interp only.")
    private int schedules;

    @Option(names = "--json", description = "Print the result as JSON.")
    private boolean json;

    @Spec
    private CommandSpec command;

    RunCommand(Console console) {
        super(console);
    }

    @Override
    int execute() throws InputFault {
        EngineChoice choice = EngineChoice.parse(engine, command);
        if (schedules < 0) {
            throw new ParameterException(command.commandLine(), "--schedules is a number of runs, not " + schedules);
        }
        if (!choice.name().equals(EngineChoice.INTERPRETER) && (seed != 0 || schedules != 0)) {
            throw new ParameterException(
                    command.commandLine(), "--seed and --schedules choose interleavings of the interpreter only");
        }
        Optional<InstanceGraph> graph = program.compile(diagnostics());
        if (graph.isEmpty()) {
            return ExitCode.FAULT;
        }
        packets.requirePorts(graph.get());
        Optional<PlacedGraph> placed = program.place(graph.get(), choice.name(), choice.replicas(), diagnostics());
        return placed.isPresent() ? run(choice, placed.get()) : ExitCode.FAULT;
    }

    private int run(EngineChoice choice, PlacedGraph placed) throws InputFault {
        if (LiveRun.isWanted(packets.inputs())) {
            return new LiveRun(console(), choice, packets, json).run(placed);
        }
        RunRequest request = new RunRequest(placed, packets.frames(), packets.tables(placed.graph()), seed);
        console().progress("running on " + choice.name());
        RunResult result = Runs.run(choice, request);
        packets.writeOutputs(result);
        Optional<String> difference = firstDifference(choice, request, result);
        console().progressDone();
        RunReport report = new RunReport(choice.name(), placed.graph(), result);
        console().out().print(json ? report.json() + "\n" : report.text());
        difference.ifPresent(text -> console().out().println(text));
        return difference.isPresent() ? ExitCode.FAULT : ExitCode.DONE;
    }

    private Optional<String> firstDifference(EngineChoice choice, RunRequest request, RunResult expected)
            throws InputFault {
        for (int other = 1; other <= schedules; other++) {
            console().progress("schedule " + other + " of " + schedules);
            RunRequest scheduled = new RunRequest(request.graph(), request.frames(), request.tables(), other);
            Optional<ResultDifference> difference = ResultDifference.first(expected, Runs.run(choice, scheduled));
            if (difference.isPresent()) {
                return Optional.of(
                        "schedules differ: " + difference.get().describe("seed " + request.seed(), "seed " + other));
            }
        }
        return Optional.empty();
    }
}

package dev.toec.cli;

import dev.toec.diag.Code;
import dev.toec.ebpf.EbpfObject;
import dev.toec.ebpf.EbpfProgram;
import dev.toec.engine.Frame;
import dev.toec.engine.Pcap;
import dev.toec.interp.FunctionRunner;
import dev.toec.ir.Verdict;
import dev.toec.target.Extension;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "run",
        description = "Runs an XDP program on packets and shows actions, packets and maps.",
        footer = {
            "",
            "Example:",
            "  toec ebpf run firewall.o --in packets.pcap --out passed.pcap --maps rules.json",
            "  toec ebpf run firewall.o --packet ffffffffffff0200000000010806 --json"
        })
final class EbpfRunCommand extends ToecCommand {
    @Mixin
    private ObjectArguments argument;

    @ArgGroup(multiplicity = "1")
    private Packets packets;

    @Option(names = "--out", paramLabel = "FILE.pcap", description = "Where to write the packets that pass.")
    private Path output;

    @Option(
            names = "--engine",
            paramLabel = "ENGINE",
            defaultValue = EngineChoice.INTERPRETER,
            description = "interp, the only one that runs a program alone in this version.")
    private String engine;

    @Option(names = "--maps", paramLabel = "FILE.json", description = "What maps hold before the first packet.")
    private Path maps;

    @Option(names = "--repeat", paramLabel = "N", defaultValue = "1", description = "Run N times on each packet.")
    private int repeat;

    @Option(names = "--json", description = "Print the result as JSON.")
    private boolean json;

    @Spec
    private CommandSpec command;

    /** One packet, or those of a capture. */
    private static final class Packets {
        @Option(names = "--packet", required = true, paramLabel = "HEX", description = "A packet in hexadecimal.")
        private String packet;

        @Option(names = "--in", required = true, paramLabel = "FILE.pcap", description = "A capture of packets.")
        private Path capture;
    }

    EbpfRunCommand(Console console) {
        super(console);
    }

    @Override
    int execute() throws InputFault {
        if (!engine.equals(EngineChoice.INTERPRETER)) {
            throw new ParameterException(
                    command.commandLine(),
                    "only interp runs a program alone; attach it to a hook and use toec run for " + engine);
        }
        if (repeat < 1) {
            throw new ParameterException(command.commandLine(), "--repeat takes a number from 1");
        }
        List<Frame> frames = frames();
        Optional<EbpfObject> object = argument.read(diagnostics());
        Optional<EbpfProgram> program = object.flatMap(o -> argument.one(o, diagnostics()));
        Optional<Extension> lifted = program.flatMap(p -> object.get().lift(p, diagnostics()));
        return lifted.isPresent() ? run(program.get().name(), lifted.get(), frames) : ExitCode.FAULT;
    }

    private int run(String name, Extension program, List<Frame> frames) throws InputFault {
        FunctionRunner runner = FunctionRunner.of(program);
        MapFile prefix = new MapFile(program.name());
        if (maps != null) {
            prefix.fill(runner.tables(), maps);
        }
        List<FunctionRunner.Outcome> outcomes = new ArrayList<>();
        List<Frame> passed = new ArrayList<>();
        for (Frame frame : frames) {
            FunctionRunner.Outcome outcome = runner.run(program.entry(), frame.bytes(), repeat);
            outcomes.add(outcome);
            if (Verdict.of(outcome.verdict()) == Verdict.PASS) {
                passed.add(new Frame(frame.nanos(), outcome.bytes()));
            }
        }
        if (output != null) {
            OutputFiles.write(output, Pcap.write(passed));
        }
        EbpfRunReport report = new EbpfRunReport(name, outcomes, prefix, runner.tables());
        console().out().print(json ? report.json() + "\n" : report.text());
        return ExitCode.DONE;
    }

    private List<Frame> frames() throws InputFault {
        if (packets.capture != null) {
            return InputFiles.capture(packets.capture);
        }
        try {
            return List.of(new Frame(0, HexFormat.of().parseHex(packets.packet)));
        } catch (IllegalArgumentException e) {
            throw InputFault.of(
                    Code.E0904,
                    "--packet is not bytes in hexadecimal: " + packets.packet,
                    "give two digits for each byte, nothing between them");
        }
    }
}

package dev.toec.cli;

import dev.toec.diag.Code;
import dev.toec.ebpf.EbpfObject;
import dev.toec.ebpf.EbpfProgram;
import dev.toec.engine.Frame;
import dev.toec.engine.Pcap;
import dev.toec.engine.TableEntry;
import dev.toec.graph.InstanceGraph;
import dev.toec.ir.Verdict;
import dev.toec.target.Extension;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
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
            description = "interp, which is meant if not given, x86, bluefield or nfp.")
    private String engine;

    @Option(names = "--maps", paramLabel = "FILE.json", description = "What maps hold before the first packet.")
    private Path maps;

    @Option(
            names = "--repeat",
            paramLabel = "N",
            defaultValue = "1",
            description = "Run N times on each packet, to measure; interp only.")
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
        EngineChoice choice = EngineChoice.parse(engine, command);
        requireRepeat(choice);
        List<Frame> frames = frames();
        Optional<EbpfObject> object = argument.read(diagnostics());
        Optional<EbpfProgram> program = object.flatMap(o -> argument.one(o, diagnostics()));
        Optional<Extension> lifted = program.flatMap(p -> object.get().lift(p, diagnostics()));
        if (lifted.isEmpty()) {
            return ExitCode.FAULT;
        }
        MapFile names = new MapFile(lifted.get().name());
        Map<String, List<TableEntry>> entries =
                maps == null ? Map.of() : names.read(lifted.get().tables(), maps);
        Optional<XdpRun> run = choice.isInterpreter()
                ? Optional.of(InterpretedXdp.run(lifted.get(), entries, frames, repeat))
                : compiled(choice, program.get(), entries, frames);
        if (run.isPresent()) {
            show(frames, run.get(), new EbpfRunReport(program.get().name(), run.get(), names));
        }
        return ExitCode.DONE;
    }

    private void requireRepeat(EngineChoice choice) {
        if (repeat < 1) {
            throw new ParameterException(command.commandLine(), "--repeat takes a number from 1");
        }
        if (repeat > 1 && !choice.isInterpreter()) {
            throw new ParameterException(
                    command.commandLine(),
                    "--repeat measures the interpreter; leave it away with --engine " + choice.name());
        }
    }

    private Optional<XdpRun> compiled(
            EngineChoice choice, EbpfProgram program, Map<String, List<TableEntry>> entries, List<Frame> frames)
            throws InputFault {
        Optional<InstanceGraph> firmware = argument.firmware(program, diagnostics());
        if (firmware.isEmpty()) {
            return Optional.empty();
        }
        console().progress("running on " + choice.name());
        return Optional.of(new CompiledXdp(choice, firmware.get()).run(entries, frames));
    }

    private void show(List<Frame> frames, XdpRun run, EbpfRunReport report) throws InputFault {
        if (output != null) {
            OutputFiles.write(output, Pcap.write(passed(frames, run)));
        }
        console().progressDone();
        console().out().print(json ? report.json() + "\n" : report.text());
    }

    /** The packets that pass, as the program left them, at the times they came. */
    private static List<Frame> passed(List<Frame> frames, XdpRun run) {
        List<Frame> passed = new ArrayList<>();
        for (int i = 0; i < frames.size(); i++) {
            XdpRun.Outcome outcome = run.outcomes().get(i);
            if (outcome.verdict() == Verdict.PASS) {
                passed.add(new Frame(frames.get(i).nanos(), outcome.packet()));
            }
        }
        return passed;
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

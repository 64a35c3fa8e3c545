package dev.toec.cli;

import dev.toec.diag.Code;
import dev.toec.driver.Compilation;
import dev.toec.engine.EngineException;
import dev.toec.engine.Frame;
import dev.toec.engine.RunRequest;
import dev.toec.engine.RunResult;
import dev.toec.engine.TableEntry;
import dev.toec.graph.InstanceGraph;
import dev.toec.graph.Mapping;
import dev.toec.ir.Table;
import dev.toec.ir.Verdict;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;

/** Runs an XDP program as generated code, in {@link XdpFirmware}. */
final class CompiledXdp {
    private final EngineChoice choice;
    private final InstanceGraph.Stage stage;
    private final InstanceGraph firmware;

    /** @param firmware with the program attached */
    CompiledXdp(EngineChoice choice, InstanceGraph firmware) {
        this.choice = choice;
        this.firmware = firmware;
        this.stage = firmware.stage(XdpFirmware.STAGE).orElseThrow();
    }

    /**
     * Runs the program on each of {@code frames} in turn.
     *
     * @param entries of its tables, by name, before the first packet
     */
    XdpRun run(Map<String, List<TableEntry>> entries, List<Frame> frames) throws InputFault {
        requireSize(frames);
        Map<String, List<TableEntry>> tables = new TreeMap<>();
        entries.forEach((name, filled) -> tables.put(stage.qualified(name), filled));
        RunResult result = Runs.run(
                choice,
                new RunRequest(
                        Compilation.place(firmware, Mapping.NONE, choice.replicas()),
                        Map.of(XdpFirmware.WIRE, numbered(frames)),
                        tables,
                        0));
        return new XdpRun(outcomes(result, frames.size()), maps(result), OptionalDouble.empty());
    }

    private static void requireSize(List<Frame> frames) throws InputFault {
        for (int i = 0; i < frames.size(); i++) {
            if (frames.get(i).bytes().length > Frame.MAX_BYTES) {
                throw InputFault.of(
                        Code.E0904,
                        "packet " + i + " has " + frames.get(i).bytes().length + " bytes, generated code takes "
                                + Frame.MAX_BYTES + " at most",
                        "leave it out, or use --engine " + EngineChoice.INTERPRETER);
            }
        }
    }

    /** A frame keeps its time on its way, which so tells which one it was: frame {@code i} comes at {@code i} ns. */
    private static List<Frame> numbered(List<Frame> frames) {
        List<Frame> numbered = new ArrayList<>();
        for (Frame frame : frames) {
            numbered.add(new Frame(numbered.size(), frame.bytes()));
        }
        return numbered;
    }

    private List<XdpRun.Outcome> outcomes(RunResult result, int count) throws InputFault {
        XdpRun.Outcome[] outcomes = new XdpRun.Outcome[count];
        for (Verdict verdict : Verdict.values()) {
            for (Frame frame : result.transmitted().get(XdpFirmware.port(verdict))) {
                outcomes[(int) frame.nanos()] = new XdpRun.Outcome(verdict, frame.bytes());
            }
        }
        int lost = Arrays.asList(outcomes).indexOf(null);
        if (lost >= 0) {
            throw Runs.fault(choice, new EngineException("the generated program lost packet " + lost));
        }
        return List.of(outcomes);
    }

    private Map<Table, List<TableEntry>> maps(RunResult result) {
        Map<Table, List<TableEntry>> maps = new LinkedHashMap<>();
        for (Table table : stage.module().tables()) {
            maps.put(table, result.tables().get(stage.qualified(table.name())));
        }
        return maps;
    }
}

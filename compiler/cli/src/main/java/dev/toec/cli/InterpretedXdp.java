package dev.toec.cli;

import dev.toec.engine.Frame;
import dev.toec.engine.TableEntry;
import dev.toec.interp.FunctionRunner;
import dev.toec.interp.TableState;
import dev.toec.ir.Table;
import dev.toec.ir.Verdict;
import dev.toec.target.Extension;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** Runs an XDP program alone in the interpreter, with nothing around it: this can be measured. */
final class InterpretedXdp {
    private InterpretedXdp() {}

    /**
     * Runs {@code program} on each of {@code frames} in turn.
     *
     * @param entries of its tables, by name, before the first packet
     * @param repeat how often each packet is run, each time as it came
     */
    static XdpRun run(Extension program, Map<String, List<TableEntry>> entries, List<Frame> frames, int repeat) {
        FunctionRunner runner = FunctionRunner.of(program);
        entries.forEach((name, filled) -> fill(runner.tables().get(name), filled));
        List<FunctionRunner.Outcome> outcomes = new ArrayList<>();
        for (Frame frame : frames) {
            outcomes.add(runner.run(program.entry(), frame.bytes(), repeat));
        }
        OptionalDouble nanos = outcomes.stream()
                .mapToDouble(FunctionRunner.Outcome::nanosPerRun)
                .average();
        Map<Table, List<TableEntry>> maps = new LinkedHashMap<>();
        program.tables().forEach(t -> maps.put(t, runner.tables().get(t.name()).entries()));
        return new XdpRun(outcomes.stream().map(InterpretedXdp::outcome).toList(), maps, nanos);
    }

    private static void fill(TableState table, List<TableEntry> entries) {
        entries.forEach(entry -> table.put(entry.key(), entry.value()));
    }

    private static XdpRun.Outcome outcome(FunctionRunner.Outcome outcome) {
        return new XdpRun.Outcome(Verdict.of(outcome.verdict()), outcome.bytes());
    }
}

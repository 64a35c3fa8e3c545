package dev.toec.driver;

import dev.toec.engine.EngineException;
import dev.toec.engine.Frame;
import dev.toec.engine.RunResult;
import dev.toec.engine.TableEntry;
import dev.toec.engine.TableText;
import dev.toec.graph.InstanceGraph;
import dev.toec.ir.IrProgram;
import dev.toec.ir.Module;
import dev.toec.ir.Table;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The result a generated program writes, one fact a line: {@code in PORT N}, {@code out PORT N}, {@code drop REASON N},
 * {@code counter STAGE.NAME N}, {@code entry STAGE.TABLE k… : v…}. Every fact the program has must occur, except entries.
 */
final class ResultText {
    private static final String ENTRY = "entry";

    private final Map<String, Long> received = new LinkedHashMap<>();
    private final Map<String, Long> sent = new LinkedHashMap<>();
    private final Map<String, Long> drops = new LinkedHashMap<>();
    private final Map<String, Long> counters = new LinkedHashMap<>();
    private final Map<String, List<TableEntry>> entries = new LinkedHashMap<>();
    private final Map<String, Table> tables = new LinkedHashMap<>();

    private ResultText(InstanceGraph graph) {
        for (InstanceGraph.ExternalPort port : graph.ports()) {
            received.put(port.name(), null);
            sent.put(port.name(), null);
        }
        for (IrProgram.DropReason reason : graph.program().reasons()) {
            drops.put(reason.name(), null);
        }
        drops.put(Frame.OVERSIZE, null);
        for (InstanceGraph.Stage stage : graph.stages()) {
            for (Module.Counter counter : stage.module().counters()) {
                counters.put(stage.qualified(counter.name()), null);
            }
            for (Table table : stage.module().tables()) {
                tables.put(stage.qualified(table.name()), table);
                entries.put(stage.qualified(table.name()), new ArrayList<>());
            }
        }
    }

    /**
     * Reads the result of a run of {@code graph}.
     *
     * @throws EngineException if a line is not a fact of this program, or a fact is missing
     */
    static ResultText parse(String text, InstanceGraph graph) throws EngineException {
        ResultText result = new ResultText(graph);
        for (String line : text.lines().toList()) {
            result.fact(line);
        }
        result.requireComplete();
        return result;
    }

    /** How many packets the program says it sent, by port. */
    Map<String, Long> sent() {
        return Collections.unmodifiableMap(sent);
    }

    /**
     * The result with the packets themselves.
     *
     * @param transmitted what the run's captures hold; no port where none were written
     * @throws EngineException if captures and counts differ
     */
    RunResult result(Map<String, List<Frame>> transmitted) throws EngineException {
        for (Map.Entry<String, List<Frame>> port : transmitted.entrySet()) {
            requireCount(port.getKey(), port.getValue().size());
        }
        return new RunResult(
                Collections.unmodifiableMap(received),
                Collections.unmodifiableMap(transmitted),
                Collections.unmodifiableMap(drops),
                Collections.unmodifiableMap(counters),
                sortedTables());
    }

    private void fact(String line) throws EngineException {
        String[] words = line.strip().split(" +", 3);
        if (words.length < 3 || !known(words[0], words[1])) {
            throw new EngineException("the program's result has a line that is no fact of it: " + line);
        }
        if (words[0].equals(ENTRY)) {
            entries.get(words[1]).addAll(TableText.read(tables.get(words[1]), "result", words[2]));
        } else {
            numbersOf(words[0]).put(words[1], count(words[2], line));
        }
    }

    private static long count(String word, String line) throws EngineException {
        try {
            return Long.parseUnsignedLong(word);
        } catch (NumberFormatException e) {
            throw new EngineException("the program's result has a line without a count: " + line, e);
        }
    }

    private boolean known(String kind, String name) {
        return kind.equals(ENTRY) ? tables.containsKey(name) : numbersOf(kind).containsKey(name);
    }

    private Map<String, Long> numbersOf(String kind) {
        switch (kind) {
            case "in":
                return received;
            case "out":
                return sent;
            case "drop":
                return drops;
            case "counter":
                return counters;
            default:
                return Map.of();
        }
    }

    private void requireComplete() throws EngineException {
        for (Map<String, Long> numbers : List.of(received, sent, drops, counters)) {
            for (Map.Entry<String, Long> fact : numbers.entrySet()) {
                if (fact.getValue() == null) {
                    throw new EngineException("the program's result does not say the count of " + fact.getKey());
                }
            }
        }
    }

    private void requireCount(String port, int frames) throws EngineException {
        if (sent.get(port) != frames) {
            throw new EngineException("the program says that it sent " + sent.get(port) + " packets on port " + port
                    + ", its capture holds " + frames);
        }
    }

    private Map<String, List<TableEntry>> sortedTables() {
        Map<String, List<TableEntry>> sorted = new LinkedHashMap<>();
        entries.forEach((name, unsorted) ->
                sorted.put(name, unsorted.stream().sorted(TableEntry.BY_KEY).toList()));
        return Collections.unmodifiableMap(sorted);
    }
}

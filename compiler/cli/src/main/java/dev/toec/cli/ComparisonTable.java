package dev.toec.cli;

import dev.toec.driver.ResultDifference;
import dev.toec.engine.RunResult;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * What several engines did with the same packets: a row for each number, a column for each engine. The first engine is
 * the one all others are compared with.
 */
final class ComparisonTable {
    private static final int NAME_WIDTH = 30;
    private static final int COLUMN_WIDTH = 11;

    private final Map<String, RunResult> results = new LinkedHashMap<>();
    private final StringBuilder text = new StringBuilder();

    void add(String engine, RunResult result) {
        results.put(engine, result);
    }

    /** The first difference of each engine that has one, by engine. */
    Map<String, ResultDifference> differences() {
        Map<String, ResultDifference> differences = new LinkedHashMap<>();
        results.forEach(
                (engine, result) -> difference(result).ifPresent(difference -> differences.put(engine, difference)));
        return differences;
    }

    private Optional<ResultDifference> difference(RunResult result) {
        return ResultDifference.first(reference(), result);
    }

    private RunResult reference() {
        return results.values().iterator().next();
    }

    /** The table; numbers that are 0 on every engine are left out where only some matter: among drops. */
    String text() {
        text.setLength(0);
        row("", List.copyOf(results.keySet()));
        section("received on", RunResult::received, true);
        section("sent on", result -> sizes(result.transmitted()), true);
        section("dropped as", RunResult::drops, false);
        section("counter", RunResult::counters, true);
        section("entries of table", result -> sizes(result.tables()), true);
        row("packets, counts and tables", verdicts());
        return text.toString();
    }

    private List<String> verdicts() {
        List<String> verdicts = new ArrayList<>(List.of("reference"));
        results.values().stream()
                .skip(1)
                .map(result -> difference(result).isPresent() ? "DIFFERENT" : "equal")
                .forEach(verdicts::add);
        return verdicts;
    }

    private void section(String title, Function<RunResult, Map<String, Long>> numbers, boolean zeros) {
        if (!numbers.apply(reference()).isEmpty()) {
            text.append(title).append('\n');
        }
        for (String name : numbers.apply(reference()).keySet()) {
            List<String> counts = results.values().stream()
                    .map(result -> count(numbers.apply(result).get(name)))
                    .toList();
            if (zeros || !counts.stream().allMatch("0"::equals)) {
                row("  " + name, counts);
            }
        }
    }

    private void row(String name, List<String> columns) {
        text.append(String.format("%-" + NAME_WIDTH + "s", name));
        columns.forEach(column -> text.append(String.format(" %" + COLUMN_WIDTH + "s", column)));
        text.append('\n');
    }

    private static String count(Long count) {
        return count == null ? "-" : Long.toUnsignedString(count);
    }

    private static Map<String, Long> sizes(Map<String, ? extends Collection<?>> collections) {
        Map<String, Long> sizes = new LinkedHashMap<>();
        collections.forEach((name, collection) -> sizes.put(name, (long) collection.size()));
        return sizes;
    }
}

package dev.toec.target.nfp.dialect;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** The rules, in order. */
public final class Dialects {
    private static final List<Rule> RULES = List.of(
            new NoFunctionPointers(),
            new NoRecursion(),
            new NoFloatingPoint(),
            new NoHostedLibrary(),
            new DeclarationsFirst(),
            new NoC99Syntax(),
            new NoAssembler(),
            new FlaggedDivision(),
            new GuardedDivisor(),
            new BoundedShifts());

    private Dialects() {}

    /** Findings in {@code sources}, path and text, by path and line. */
    public static List<Finding> check(Map<String, String> sources) {
        List<SourceUnit> units = new ArrayList<>();
        sources.forEach((path, text) -> units.add(Parser.parse(path, text)));
        return RULES.stream()
                .flatMap(rule -> rule.check(units).stream())
                .sorted(Comparator.comparing(Finding::path).thenComparing(Finding::line))
                .toList();
    }
}

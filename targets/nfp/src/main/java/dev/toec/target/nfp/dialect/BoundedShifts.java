package dev.toec.target.nfp.dialect;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** R10: shift counts are below the width: a small enough constant, or masked. */
final class BoundedShifts implements Rule {
    private static final Set<String> SHIFTS = Set.of("<<", ">>", "<<=", ">>=");

    @Override
    public String id() {
        return "R10";
    }

    @Override
    public String title() {
        return "shift counts are below the width";
    }

    @Override
    public List<Finding> check(List<SourceUnit> sources) {
        Set<String> wideFunctions = new HashSet<>();
        sources.forEach(s -> s.functions().stream()
                .filter(f -> f.result().stream().anyMatch(t -> t.is("uint64_t")))
                .forEach(f -> wideFunctions.add(f.name())));
        List<Finding> findings = new ArrayList<>();
        for (SourceUnit source : sources) {
            source.functions().forEach(f -> check(source, f, wideFunctions, findings));
        }
        return findings;
    }

    private void check(SourceUnit source, FunctionSource function, Set<String> wideFunctions, List<Finding> findings) {
        Set<String> wide = new HashSet<>(wideFunctions);
        wide.addAll(wideNames(source, function));
        for (Operations.Operation shift : Operations.in(function, SHIFTS)) {
            int width = isWide(shift.left(), wide) ? 64 : 32;
            if (!isBelow(shift.right(), width)) {
                findings.add(new Finding(
                        id(),
                        source.path(),
                        shift.operator().line(),
                        "the count of a shift of " + width + " bits is not shown to be below " + width));
            }
        }
    }

    private static Set<String> wideNames(SourceUnit source, FunctionSource function) {
        Map<String, String> types = new HashMap<>();
        source.declarations().forEach(d -> types.putAll(Declarators.of(d.tokens())));
        types.putAll(Declarators.of(function.parameters()));
        Search.walk(function.body(), node -> {
            if (node instanceof Node.Declaration declaration) {
                types.putAll(Declarators.of(declaration.tokens()));
            }
        });
        Set<String> wide = new HashSet<>();
        types.forEach((name, type) -> {
            if (type.contains("int64_t") || type.contains("long long")) {
                wide.add(name);
            }
        });
        return wide;
    }

    private static boolean isWide(List<Token> operand, Set<String> wide) {
        return operand.stream()
                .anyMatch(t -> wide.contains(t.text())
                        || t.is("uint64_t")
                        || t.is("int64_t")
                        || (t.isNumber()
                                && t.text().toLowerCase(java.util.Locale.ROOT).endsWith("ll")));
    }

    private static boolean isBelow(List<Token> count, int width) {
        long constant = Operations.constant(count);
        if (constant >= 0) {
            return constant < width;
        }
        int size = count.size();
        boolean masked = size >= 5
                && count.get(0).is("(")
                && count.get(size - 1).is(")")
                && count.get(size - 3).is("&")
                && count.get(size - 2).isNumber();
        return masked && Operations.constant(count.subList(size - 2, size - 1)) < width;
    }
}

package dev.toec.target.nfp.dialect;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** R2: no function calls itself, on whatever way: there is no stack. Static functions are known within their file. */
final class NoRecursion implements Rule {
    @Override
    public String id() {
        return "R2";
    }

    @Override
    public String title() {
        return "no recursion";
    }

    @Override
    public List<Finding> check(List<SourceUnit> sources) {
        Map<String, FunctionSource> shared = new HashMap<>();
        sources.forEach(s -> s.functions().forEach(f -> shared.putIfAbsent(f.name(), f)));
        List<Finding> findings = new ArrayList<>();
        for (SourceUnit source : sources) {
            Map<String, FunctionSource> visible = new HashMap<>(shared);
            source.functions().forEach(f -> visible.put(f.name(), f));
            for (FunctionSource function : source.functions()) {
                if (reaches(function, function.name(), visible, new HashSet<>())) {
                    findings.add(new Finding(
                            id(), source.path(), function.line(), function.name() + " can be reached from itself"));
                }
            }
        }
        return findings;
    }

    private static boolean reaches(
            FunctionSource from, String wanted, Map<String, FunctionSource> functions, Set<String> seen) {
        for (String callee : callees(from)) {
            if (callee.equals(wanted)) {
                return true;
            }
            FunctionSource next = functions.get(callee);
            if (next != null && seen.add(callee) && reaches(next, wanted, functions, seen)) {
                return true;
            }
        }
        return false;
    }

    private static Set<String> callees(FunctionSource function) {
        Set<String> callees = new LinkedHashSet<>();
        List<Token> tokens = function.tokens();
        for (int i = 0; i + 1 < tokens.size(); i++) {
            if (tokens.get(i).isName()
                    && tokens.get(i + 1).is("(")
                    && !Words.isKeyword(tokens.get(i).text())) {
                callees.add(tokens.get(i).text());
            }
        }
        return callees;
    }
}

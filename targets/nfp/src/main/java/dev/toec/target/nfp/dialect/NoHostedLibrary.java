package dev.toec.target.nfp.dialect;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** R4: no variable arguments, no arrays of variable length, nothing of the standard library. */
final class NoHostedLibrary implements Rule {
    private static final Set<String> LIBRARY = Set.of(
            "alloca",
            "malloc",
            "calloc",
            "realloc",
            "free",
            "printf",
            "fprintf",
            "sprintf",
            "snprintf",
            "puts",
            "putchar",
            "memcpy",
            "memmove",
            "memset",
            "memcmp",
            "strlen",
            "strcpy",
            "strcmp",
            "strncmp",
            "abort",
            "exit",
            "assert",
            "qsort",
            "rand",
            "setjmp",
            "longjmp",
            "va_start",
            "va_arg",
            "va_end",
            "__VA_ARGS__");

    @Override
    public String id() {
        return "R4";
    }

    @Override
    public String title() {
        return "no variable arguments or lengths, no standard library";
    }

    @Override
    public List<Finding> check(List<SourceUnit> sources) {
        List<Finding> findings = new ArrayList<>(Search.tokens(
                this, sources, t -> t.isName() && LIBRARY.contains(t.text()), "%s needs the standard library"));
        findings.addAll(Search.tokens(this, sources, t -> t.is("..."), "%s takes variable arguments"));
        sources.forEach(s -> s.functions().forEach(f -> variableLengths(s, f, findings)));
        return findings;
    }

    private void variableLengths(SourceUnit source, FunctionSource function, List<Finding> findings) {
        Set<String> variables =
                new HashSet<>(Declarators.of(function.parameters()).keySet());
        Search.walk(function.body(), node -> {
            if (node instanceof Node.Declaration declaration) {
                lengths(declaration).stream()
                        .filter(t -> variables.contains(t.text()))
                        .forEach(t -> findings.add(new Finding(
                                id(), source.path(), t.line(), "the length of an array depends on " + t.text())));
                variables.addAll(Declarators.of(declaration.tokens()).keySet());
            }
        });
    }

    /** Names in brackets in front of an initialiser. */
    private static List<Token> lengths(Node.Declaration declaration) {
        List<Token> names = new ArrayList<>();
        int depth = 0;
        for (Token token : declaration.tokens()) {
            if (token.is("=")) {
                break;
            }
            depth += token.is("[") ? 1 : token.is("]") ? -1 : 0;
            if (depth > 0 && token.isName()) {
                names.add(token);
            }
        }
        return names;
    }
}

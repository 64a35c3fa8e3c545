package dev.toec.target.nfp.dialect;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** R1: nothing points to a function: the compiler tailors each function to the calls it sees. */
final class NoFunctionPointers implements Rule {
    @Override
    public String id() {
        return "R1";
    }

    @Override
    public String title() {
        return "no function pointers";
    }

    @Override
    public List<Finding> check(List<SourceUnit> sources) {
        Set<String> functions = new HashSet<>();
        sources.forEach(s -> s.functions().forEach(f -> functions.add(f.name())));
        List<Finding> findings = new ArrayList<>();
        for (SourceUnit source : sources) {
            declared(source, findings);
            source.functions().forEach(f -> taken(source, f, functions, findings));
        }
        return findings;
    }

    private void declared(SourceUnit source, List<Finding> findings) {
        List<Token> tokens = source.tokens();
        for (int i = 0; i + 4 < tokens.size(); i++) {
            boolean pointer = tokens.get(i).is("(")
                    && tokens.get(i + 1).is("*")
                    && tokens.get(i + 2).isName()
                    && tokens.get(i + 3).is(")")
                    && tokens.get(i + 4).is("(");
            if (pointer) {
                findings.add(finding(source, tokens.get(i + 2), "points to a function"));
            }
        }
    }

    private void taken(SourceUnit source, FunctionSource function, Set<String> functions, List<Finding> findings) {
        List<Token> tokens = function.tokens();
        for (int i = 1; i + 1 < tokens.size(); i++) {
            Token token = tokens.get(i);
            boolean member = tokens.get(i - 1).is(".") || tokens.get(i - 1).is("->");
            if (token.isName()
                    && functions.contains(token.text())
                    && !member
                    && !tokens.get(i + 1).is("(")) {
                findings.add(finding(source, token, "is a function whose address is taken"));
            }
        }
    }

    private Finding finding(SourceUnit source, Token token, String what) {
        return new Finding(id(), source.path(), token.line(), token.text() + " " + what);
    }
}

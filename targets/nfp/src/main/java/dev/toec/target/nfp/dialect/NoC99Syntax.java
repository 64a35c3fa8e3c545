package dev.toec.target.nfp.dialect;

import java.util.ArrayList;
import java.util.List;

/** R6: no declaration in a loop's head, no designated initialiser, no compound literal. */
final class NoC99Syntax implements Rule {
    @Override
    public String id() {
        return "R6";
    }

    @Override
    public String title() {
        return "no C99 initialisers and loop declarations";
    }

    @Override
    public List<Finding> check(List<SourceUnit> sources) {
        List<Finding> findings = new ArrayList<>();
        for (SourceUnit source : sources) {
            source.functions().forEach(f -> loops(source, f, findings));
            designators(source, findings);
        }
        return findings;
    }

    private void loops(SourceUnit source, FunctionSource function, List<Finding> findings) {
        Search.walk(function.body(), node -> {
            boolean declares = node instanceof Node.Control control
                    && control.keyword().equals("for")
                    && !control.head().isEmpty()
                    && Words.beginsDeclaration(control.head().get(0).text());
            if (declares) {
                findings.add(new Finding(id(), source.path(), node.line(), "a declaration in the head of a loop"));
            }
        });
    }

    private void designators(SourceUnit source, List<Finding> findings) {
        List<Token> tokens = source.tokens();
        for (int i = 1; i + 2 < tokens.size(); i++) {
            boolean inList = tokens.get(i - 1).is("{") || tokens.get(i - 1).is(",");
            boolean field = tokens.get(i).is(".")
                    && tokens.get(i + 1).isName()
                    && tokens.get(i + 2).is("=");
            boolean element = tokens.get(i).is("[") && inList;
            boolean literal = tokens.get(i).is(")") && tokens.get(i + 1).is("{") && isType(tokens.get(i - 1));
            if ((field && inList) || element) {
                findings.add(new Finding(id(), source.path(), tokens.get(i).line(), "a designated initialiser"));
            } else if (literal) {
                findings.add(new Finding(id(), source.path(), tokens.get(i).line(), "a compound literal"));
            }
        }
    }

    /** What stands in front of a parenthesis and a brace: a type makes a literal, a parameter a function. */
    private static boolean isType(Token token) {
        return token.isName() && Words.isType(token.text()) && !token.is("void");
    }
}

package dev.toec.target.nfp.dialect;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Binary operators in expressions, with the tokens of their operands. */
final class Operations {
    private static final Set<String> ENDS = Set.of(
            ";", ",", "?", ":", "=", "+=", "-=", "*=", "/=", "%=", "&=", "|=", "^=", "<<=", ">>=", "&&", "||", "|", "^",
            "&", "==", "!=", "<", ">", "<=", ">=", "{", "}", "return");
    private static final Set<String> SUMS = Set.of("+", "-", "<<", ">>");
    private static final Set<String> PRODUCTS = Set.of("*", "/", "%");

    private Operations() {}

    /**
     * An operator.
     *
     * @param tokens those of the function it is in
     * @param at its index there
     */
    record Operation(List<Token> tokens, int at) {
        Token operator() {
            return tokens.get(at);
        }

        /** The operand of a shift or a division on the left. */
        List<Token> left() {
            int depth = 0;
            int from = at;
            while (from > 0) {
                Token token = tokens.get(from - 1);
                depth += token.is(")") || token.is("]") ? 1 : token.is("(") || token.is("[") ? -1 : 0;
                if (depth < 0 || (depth == 0 && ENDS.contains(token.text()))) {
                    break;
                }
                from--;
            }
            return tokens.subList(from, at);
        }

        /** The operand on the right: up to an operator that binds no tighter. */
        List<Token> right() {
            boolean shift =
                    operator().text().startsWith("<<") || operator().text().startsWith(">>");
            int depth = 0;
            int to = at + 1;
            while (to < tokens.size()) {
                Token token = tokens.get(to);
                depth += token.is("(") || token.is("[") ? 1 : token.is(")") || token.is("]") ? -1 : 0;
                boolean ends = ENDS.contains(token.text()) || (SUMS.contains(token.text()) && !shift);
                boolean binary = to > at + 1 && (PRODUCTS.contains(token.text()) && !shift);
                if (depth < 0 || (depth == 0 && (ends || binary))) {
                    break;
                }
                to++;
            }
            return tokens.subList(at + 1, to);
        }
    }

    /** Operators of {@code wanted} in a function. */
    static List<Operation> in(FunctionSource function, Set<String> wanted) {
        List<Operation> operations = new ArrayList<>();
        List<Token> tokens = function.tokens();
        for (int i = 1; i < tokens.size(); i++) {
            if (tokens.get(i).kind() == Token.Kind.PUNCTUATOR
                    && wanted.contains(tokens.get(i).text())) {
                operations.add(new Operation(tokens, i));
            }
        }
        return operations;
    }

    /** The number that {@code operand} is, or -1 where it is none. */
    static long constant(List<Token> operand) {
        if (operand.size() != 1 || !operand.get(0).isNumber()) {
            return -1;
        }
        String digits = operand.get(0).text().replaceAll("[uUlL]+$", "");
        return Long.decode(digits);
    }
}

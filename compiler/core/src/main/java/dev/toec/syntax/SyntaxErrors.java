package dev.toec.syntax;

import org.antlr.v4.runtime.DefaultErrorStrategy;
import org.antlr.v4.runtime.InputMismatchException;
import org.antlr.v4.runtime.NoViableAltException;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.misc.IntervalSet;

/** Says what was expected and what was found, in the language's own words; recovers as ANTLR does. */
final class SyntaxErrors extends DefaultErrorStrategy {
    @Override
    protected void reportNoViableAlternative(Parser parser, NoViableAltException e) {
        report(parser, e.getOffendingToken(), parser.getExpectedTokens());
    }

    @Override
    protected void reportInputMismatch(Parser parser, InputMismatchException e) {
        report(parser, e.getOffendingToken(), e.getExpectedTokens());
    }

    @Override
    protected void reportUnwantedToken(Parser parser) {
        if (!inErrorRecoveryMode(parser)) {
            beginErrorCondition(parser);
            report(parser, parser.getCurrentToken(), getExpectedTokens(parser));
        }
    }

    @Override
    protected void reportMissingToken(Parser parser) {
        reportUnwantedToken(parser);
    }

    private static void report(Parser parser, Token found, IntervalSet expected) {
        parser.notifyErrorListeners(found, "expected " + describe(expected) + ", found " + describe(found), null);
    }

    private static String describe(Token token) {
        return token.getType() == Token.EOF ? "the end of the file" : "'" + token.getText() + "'";
    }

    private static String describe(IntervalSet expected) {
        IntervalSet left = new IntervalSet(expected);
        StringBuilder out = new StringBuilder();
        for (Group group : Group.values()) {
            if (group.isIn(left)) {
                append(out, group.text, false);
                group.removeFrom(left);
            }
        }
        int[] types = left.toArray();
        for (int i = 0; i < types.length; i++) {
            append(out, display(types[i]), i == types.length - 1);
        }
        return out.toString();
    }

    private static void append(StringBuilder out, String what, boolean last) {
        if (out.length() > 0) {
            out.append(last ? " or " : ", ");
        }
        out.append(what);
    }

    private static String display(int type) {
        return type == Token.EOF ? "the end of the file" : ToeParser.VOCABULARY.getDisplayName(type);
    }

    /** Sets of tokens that have a name of their own, the larger before those they hold. */
    private enum Group {
        DECLARATION("a declaration", ToeParser.CONST, ToeParser.PACKAGE, ToeParser.PIPELINE),
        MEMBER("a module member", ToeParser.COUNTER, ToeParser.ON),
        STATEMENT("a statement", ToeParser.LET, ToeParser.ID),
        EXPRESSION("an expression", ToeParser.NUMBER, ToeParser.ID),
        ITEM("a link or another pipeline item", ToeParser.SEQUENCE, ToeParser.STAGE),
        NAME("a name", ToeParser.ID, ToeParser.MAX),
        OPERATOR("an operator", ToeParser.OR_ELSE, ToeParser.PLUS),
        WORD("a name", ToeParser.ID, ToeParser.ID),
        TEXT("a text in quotes", ToeParser.STRING, ToeParser.STRING);

        private final String text;
        private final int sign;
        private final int[] members;

        Group(String text, int sign, int... members) {
            this.text = text;
            this.sign = sign;
            this.members = members;
        }

        boolean isIn(IntervalSet set) {
            return set.contains(sign) && set.contains(members[members.length - 1]);
        }

        /** What a group stands for is no longer worth naming by itself: punctuation is. */
        void removeFrom(IntervalSet set) {
            for (int type : set.toArray()) {
                if (covers(type)) {
                    set.remove(type);
                }
            }
        }

        private boolean covers(int type) {
            boolean isWord = type >= ToeParser.PACKAGE && type <= ToeParser.FALSE && type != ToeParser.ELSE;
            boolean isLiteral = type >= ToeParser.MAC && type <= ToeParser.ID;
            boolean isOperator = type >= ToeParser.EQUAL && type <= ToeParser.NOT && type != ToeParser.ASSIGN;
            return switch (this) {
                case TEXT -> type == ToeParser.STRING;
                case OPERATOR -> isOperator && type != ToeParser.ADD_TO || type == ToeParser.AS;
                case EXPRESSION, STATEMENT ->
                    isWord
                            || isLiteral
                            || isOperator
                            || type == ToeParser.OPEN
                            || this == STATEMENT && (type == ToeParser.SEMICOLON || type == ToeParser.OPEN_BRACE);
                default -> isWord || type == ToeParser.ID || type == ToeParser.SEMICOLON;
            };
        }
    }
}

package dev.toec.syntax;

import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.misc.IntervalSet;

/** Sets of tokens as people call them; a larger set stands before those it holds. */
enum Expectation {
    DECLARATION("a declaration", ToeParser.CONST, ToeParser.PIPELINE),
    MEMBER("a module member", ToeParser.COUNTER, ToeParser.ON),
    STATEMENT("a statement", ToeParser.LET, ToeParser.EMIT),
    EXPRESSION("an expression", ToeParser.NUMBER, ToeParser.OPEN),
    PATTERN("a pattern", ToeParser.NUMBER, ToeParser.MAC),
    NAME("a name", ToeParser.ID, ToeParser.MAX),
    ITEM("a pipeline item", ToeParser.SEQUENCE, ToeParser.STAGE),
    OPERATOR("an operator", ToeParser.OR_ELSE, ToeParser.PLUS),
    WORD("a name", ToeParser.ID, ToeParser.ID),
    TEXT("a text in quotes", ToeParser.STRING, ToeParser.STRING);

    private final String text;
    private final int first;
    private final int second;

    Expectation(String text, int first, int second) {
        this.text = text;
        this.first = first;
        this.second = second;
    }

    /** What {@code expected} holds, in words: names of sets first, then what is left, token by token. */
    static String describe(IntervalSet expected) {
        IntervalSet left = new IntervalSet(expected);
        List<String> parts = new ArrayList<>();
        for (Expectation set : values()) {
            if (left.contains(set.first) && left.contains(set.second)) {
                parts.add(set.text);
                set.removeFrom(left);
            }
        }
        for (int type : left.toArray()) {
            parts.add(display(type));
        }
        String last = parts.isEmpty() ? "nothing" : parts.remove(parts.size() - 1);
        return parts.isEmpty() ? last : String.join(", ", parts) + " or " + last;
    }

    private static String display(int type) {
        if (type == Token.EOF) {
            return "the end of the file";
        }
        boolean isWord = type >= QuickLexer.FIRST_WORD && type <= QuickLexer.LAST_WORD;
        return isWord ? "'" + QuickLexer.word(type) + "'" : ToeParser.VOCABULARY.getDisplayName(type);
    }

    /** Takes away what need not be named beside this set. */
    private void removeFrom(IntervalSet left) {
        for (int type : left.toArray()) {
            if (covers(type)) {
                left.remove(type);
            }
        }
    }

    private boolean covers(int type) {
        boolean isWord = (type >= QuickLexer.FIRST_WORD && type <= QuickLexer.LAST_WORD && type != ToeParser.ELSE)
                || type == ToeParser.ID
                || type == ToeParser.RETURN_NOTHING;
        boolean isLiteral = type >= ToeParser.MAC && type <= ToeParser.NUMBER;
        boolean isOperator = type >= ToeParser.EQUAL && type <= ToeParser.NOT && type != ToeParser.ASSIGN;
        return switch (this) {
            case TEXT -> type == ToeParser.STRING;
            case OPERATOR -> (isOperator && type != ToeParser.ADD_TO) || type == ToeParser.AS || opens(type);
            case EXPRESSION, PATTERN -> isWord || isLiteral || isOperator || type == ToeParser.OPEN;
            case STATEMENT -> isWord || type == ToeParser.SEMICOLON || type == ToeParser.OPEN_BRACE;
            default -> isWord || type == ToeParser.SEMICOLON;
        };
    }

    /** What may follow a value as an operator may. */
    private static boolean opens(int type) {
        return type == ToeParser.OPEN || type == ToeParser.OPEN_BRACKET || type == ToeParser.DOT;
    }
}

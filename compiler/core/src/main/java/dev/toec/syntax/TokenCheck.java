package dev.toec.syntax;

import dev.toec.diag.Code;
import dev.toec.diag.Diagnostic;
import dev.toec.diag.Diagnostics;
import dev.toec.source.SourceFile;
import dev.toec.source.Span;
import java.util.List;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.Token;

/** Finds what is wrong with tokens by themselves, and mends it so that the parser need not stumble over it. */
final class TokenCheck {
    /** How many brackets may be open at once. */
    static final int MAX_DEPTH = 200;

    /** Longest name, in characters: what C compilers tell apart in full (ISO C11, 5.2.4.1). */
    static final int MAX_NAME = 63;

    private final SourceFile source;
    private final Diagnostics diagnostics;
    private boolean clean = true;
    private int depth;

    TokenCheck(SourceFile source, Diagnostics diagnostics) {
        this.source = source;
        this.diagnostics = diagnostics;
    }

    /** Whether every token was fine. */
    boolean isClean() {
        return clean;
    }

    /** Looks at all tokens; false where they nest too deeply to be parsed. */
    boolean check(List<Token> tokens) {
        int unknownUntil = -1;
        Token last = null;
        for (Token token : tokens) {
            if (last != null && token.getChannel() == Token.DEFAULT_CHANNEL) {
                bareReturn(last, token);
            }
            last = token.getChannel() == Token.DEFAULT_CHANNEL ? token : last;
            switch (token.getType()) {
                case ToeParser.UNKNOWN -> {
                    if (token.getStartIndex() != unknownUntil) {
                        unknown(token);
                    }
                    unknownUntil = token.getStopIndex() + 1;
                    ((CommonToken) token).setChannel(Token.HIDDEN_CHANNEL);
                }
                case ToeParser.ID -> name(token);
                case ToeParser.FOREIGN_ID -> foreign((CommonToken) token);
                case ToeParser.OPEN_STRING -> openString((CommonToken) token);
                case ToeParser.COMMENT -> comment(token);
                case ToeParser.OPEN, ToeParser.OPEN_BRACE, ToeParser.OPEN_BRACKET -> {
                    if (++depth > MAX_DEPTH) {
                        tooDeep(token);
                        return false;
                    }
                }
                case ToeParser.CLOSE, ToeParser.CLOSE_BRACE, ToeParser.CLOSE_BRACKET -> depth = Math.max(0, depth - 1);
                default -> {}
            }
        }
        return true;
    }

    /** A {@code return} has a value if one can begin with the next token and that stands on its line. */
    private static void bareReturn(Token token, Token next) {
        if (token.getType() == ToeParser.RETURN
                && (token.getLine() != next.getLine() || !beginsValue(next.getType()))) {
            ((CommonToken) token).setType(ToeParser.RETURN_NOTHING);
        }
    }

    private static boolean beginsValue(int type) {
        return switch (type) {
            case ToeParser.ID, ToeParser.FOREIGN_ID, ToeParser.NUMBER, ToeParser.IP4, ToeParser.MAC -> true;
            case ToeParser.TRUE, ToeParser.FALSE, ToeParser.OPEN -> true;
            case ToeParser.NOT, ToeParser.MINUS, ToeParser.COMPLEMENT -> true;
            case ToeParser.BIG, ToeParser.LITTLE, ToeParser.MAX, ToeParser.PORT, ToeParser.STAGE, ToeParser.SEQUENCE ->
                true;
            case ToeParser.REORDER, ToeParser.REPLICATED, ToeParser.AT, ToeParser.IN, ToeParser.OUT -> true;
            default -> false;
        };
    }

    private void name(Token token) {
        int length = token.getStopIndex() - token.getStartIndex() + 1;
        if (length > MAX_NAME) {
            report(Diagnostic.of(Code.E0109, span(token), "a name of " + length + " characters")
                    .withNote("generated code and its files carry the names of the source, and C tells names apart by "
                            + MAX_NAME + " characters")
                    .withFix("choose a name of at most " + MAX_NAME + " characters"));
        }
    }

    private void unknown(Token token) {
        meaningless(source.text().codePointAt(token.getStartIndex()), span(token));
    }

    private void foreign(CommonToken token) {
        int at = token.getStartIndex();
        while (source.text().charAt(at) < 128) {
            at++;
        }
        meaningless(source.text().codePointAt(at), new Span(source, at, at + 1));
        token.setType(ToeParser.ID);
    }

    private void meaningless(int codePoint, Span place) {
        boolean visible = Character.isLetterOrDigit(codePoint) || (codePoint > ' ' && codePoint < 127);
        String shown = (visible ? "'" + Character.toString(codePoint) + "' " : "") + "(U+" + hex4(codePoint) + ")";
        report(Diagnostic.of(Code.E0104, place, "the character " + shown + " has no meaning here")
                .withNote("names are made of the letters A to Z and a to z, digits and '_'")
                .withFix("remove it"));
    }

    private static String hex4(int codePoint) {
        String digits = Integer.toHexString(codePoint).toUpperCase(java.util.Locale.ROOT);
        return digits.length() >= 4 ? digits : "0".repeat(4 - digits.length()) + digits;
    }

    private void openString(CommonToken token) {
        report(Diagnostic.of(Code.E0103, span(token), "this string does not end on its line")
                .withFix("close it with '\"'"));
        token.setType(ToeParser.STRING);
    }

    private void comment(Token token) {
        String text = source.text();
        int start = token.getStartIndex();
        int end = token.getStopIndex() + 1;
        if (end - start < 4 || !text.startsWith("*/", end - 2)) {
            report(Diagnostic.of(Code.E0103, new Span(source, start, start + 2), "this comment never ends")
                    .withFix("close it with '*/'"));
        }
    }

    private void tooDeep(Token token) {
        report(Diagnostic.of(Code.E0102, span(token), "more than " + MAX_DEPTH + " brackets are open here")
                .withFix("split the code into functions"));
    }

    private Span span(Token token) {
        return new Span(source, token.getStartIndex(), token.getStopIndex() + 1);
    }

    private void report(Diagnostic diagnostic) {
        clean = false;
        diagnostics.report(diagnostic);
    }
}

package dev.toec.ir;

import dev.toec.diag.Code;
import dev.toec.source.Span;
import java.util.List;

/** A place in the words of an IR text and the ways to go on from there; what does not fit ends the reading. */
final class IrCursor {
    private final List<IrToken> tokens;
    private int at;

    IrCursor(List<IrToken> tokens) {
        this.tokens = tokens;
    }

    IrToken peek() {
        return tokens.get(at);
    }

    /** The word {@code ahead} words further on. */
    IrToken peek(int ahead) {
        return tokens.get(Math.min(at + ahead, tokens.size() - 1));
    }

    IrToken next() {
        IrToken token = peek();
        if (token.kind() != IrToken.Kind.END) {
            at++;
        }
        return token;
    }

    /** Takes {@code mark} if it comes next. */
    boolean accept(String mark) {
        boolean found = peek().is(mark);
        if (found) {
            at++;
        }
        return found;
    }

    void expect(String mark) {
        if (!accept(mark)) {
            throw expected("'" + mark + "'");
        }
    }

    IrToken expect(IrToken.Kind kind, String what) {
        if (peek().kind() != kind) {
            throw expected(what);
        }
        return next();
    }

    String name(String what) {
        return expect(IrToken.Kind.NAME, what).text();
    }

    /** A number of 64 bits, written decimal or as 0x…, possibly negative. */
    long number() {
        IrToken token = expect(IrToken.Kind.NUMBER, "a number");
        try {
            String text = token.text();
            if (text.startsWith("0x")) {
                return Long.parseUnsignedLong(text.substring(2), 16);
            }
            return text.startsWith("-") ? Long.parseLong(text) : Long.parseUnsignedLong(text);
        } catch (NumberFormatException e) {
            throw new IrFault(Code.E0190, token.span(), "'" + token.text() + "' is not a number of 64 bits");
        }
    }

    /** A number of at most 31 bits. */
    int count(String what) {
        Span span = peek().span();
        long number = number();
        if (number < 0 || number > Integer.MAX_VALUE) {
            throw new IrFault(Code.E0190, span, number + " is not " + what);
        }
        return (int) number;
    }

    IrType type() {
        IrToken token = expect(IrToken.Kind.NAME, "a type");
        for (IrType type : IrType.values()) {
            if (type.toString().equals(token.text())) {
                return type;
            }
        }
        throw new IrFault(Code.E0190, token.span(), "'" + token.text() + "' is no type");
    }

    /** The lines of a doc comment that comes next, joined; empty where there is none. */
    String doc() {
        StringBuilder lines = new StringBuilder();
        for (boolean first = true; peek().kind() == IrToken.Kind.DOC; first = false) {
            lines.append(first ? "" : "\n").append(next().text());
        }
        return lines.toString();
    }

    IrFault expected(String what) {
        IrToken found = peek();
        String text = found.kind() == IrToken.Kind.END ? "the end of the text" : "'" + found.text() + "'";
        return new IrFault(Code.E0190, found.span(), "expected " + what + ", found " + text);
    }
}

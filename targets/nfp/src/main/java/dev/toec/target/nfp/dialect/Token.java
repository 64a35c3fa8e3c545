package dev.toec.target.nfp.dialect;

/**
 * A token of C.
 *
 * @param line from 1
 */
record Token(Kind kind, String text, int line) {
    /** Kinds of tokens. */
    enum Kind {
        NAME,
        NUMBER,
        /** A character or string. */
        LITERAL,
        PUNCTUATOR
    }

    boolean is(String other) {
        return kind != Kind.LITERAL && text.equals(other);
    }

    boolean isName() {
        return kind == Kind.NAME;
    }

    boolean isNumber() {
        return kind == Kind.NUMBER;
    }
}

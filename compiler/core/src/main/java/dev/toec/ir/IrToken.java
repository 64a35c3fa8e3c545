package dev.toec.ir;

import dev.toec.source.Span;

/**
 * A word of IR text.
 *
 * @param text as written; of a string or a doc line, its content
 */
record IrToken(Kind kind, String text, Span span) {
    enum Kind {
        /** An identifier; may hold {@code .} and {@code @}. */
        NAME,
        NUMBER,
        /** {@code %7} or {@code %length.7}. */
        VALUE,
        STRING,
        DOC,
        /** {@code ->} or one character. */
        MARK,
        END
    }

    boolean is(String mark) {
        return (kind == Kind.MARK || kind == Kind.NAME) && text.equals(mark);
    }
}

package dev.toec.ir;

import java.util.Locale;

/** Integer operations on one operand; the result has its type. */
public enum UnaryOp {
    NEG,
    /** Bitwise complement; of an {@code i1}, the logical one. */
    NOT,
    /** Reverses the bytes of an {@code i16}, {@code i32} or {@code i64}. */
    BYTE_SWAP;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}

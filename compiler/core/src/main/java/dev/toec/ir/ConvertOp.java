package dev.toec.ir;

import java.util.Locale;

/** Changes of an integer's width. */
public enum ConvertOp {
    /** To a wider type, with zeros. */
    ZERO_EXTEND,
    /** To a wider type, with copies of the sign. */
    SIGN_EXTEND,
    /** To a narrower type; to {@code i1}, the lowest bit. */
    TRUNCATE;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}

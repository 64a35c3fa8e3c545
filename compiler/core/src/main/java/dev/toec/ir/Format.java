package dev.toec.ir;

import java.util.Locale;

/** How an integer field is read and written for people: in table files, results and traces. */
public enum Format {
    UNSIGNED,
    SIGNED,
    BOOL,
    /** {@code 02:00:00:00:00:01}, 48 bits. */
    MAC,
    /** {@code 10.0.0.1}, 32 bits. */
    IP4,
    /** {@code 0x1f}. */
    HEX;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}

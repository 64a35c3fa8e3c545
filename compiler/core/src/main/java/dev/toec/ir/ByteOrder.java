package dev.toec.ir;

import java.util.Locale;

/** Order of the bytes of a multi-byte access to a packet. */
public enum ByteOrder {
    BIG,
    LITTLE;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}

package dev.toec.ir;

import java.util.Locale;

/** Which entries a table insertion may write. */
public enum InsertMode {
    /** A new one, or over the one of the same key. */
    ANY,
    /** Only a new one. */
    NEW,
    /** Only over the one of the same key. */
    EXISTING;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}

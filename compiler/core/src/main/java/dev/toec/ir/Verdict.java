package dev.toec.ir;

import java.util.Locale;

/** What an attached program decides, numbered as in {@code enum xdp_action} of linux/bpf.h. */
public enum Verdict {
    ABORTED,
    DROP,
    PASS,
    TX,
    REDIRECT;

    /** The verdict an {@code xdp} program means by {@code code}: what is not an action counts as ABORTED. */
    public static Verdict of(long code) {
        return code >= 0 && code < values().length ? values()[(int) code] : ABORTED;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}

package dev.toec.engine;

import java.util.Objects;

/**
 * A frame as a port receives or transmits it, without frame check sequence.
 *
 * @param nanos capture time in nanoseconds since the epoch; a transmitted frame has the time of the received one it was
 * @param bytes its bytes; not copied, never changed by the holder
 */
public record Frame(long nanos, byte[] bytes) {
    /** Longest frame a port receives, in bytes; a longer one is dropped with reason {@link #OVERSIZE}. */
    public static final int MAX_BYTES = 9216;

    /** The reason every program has without declaring it. */
    public static final String OVERSIZE = "oversize";

    public Frame {
        Objects.requireNonNull(bytes);
    }
}

package dev.toec.junit;

/** Attached to the failure of a test: what its modules did last. */
public final class ToeTrace extends Exception {
    ToeTrace(String trace) {
        super(trace, null, false, false);
    }
}

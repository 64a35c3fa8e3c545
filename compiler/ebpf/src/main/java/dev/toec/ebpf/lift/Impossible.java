package dev.toec.ebpf.lift;

/** The verifier saw no path that gets here with these kinds: the block is left out. */
final class Impossible extends Exception {
    private static final long serialVersionUID = 1L;

    Impossible() {
        super(null, null, false, false);
    }
}

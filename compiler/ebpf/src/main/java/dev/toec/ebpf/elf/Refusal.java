package dev.toec.ebpf.elf;

/** An object or program is not accepted; carries the one root cause. */
public final class Refusal extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient Fault fault;

    Refusal(Fault fault) {
        // The stack of the compiler means nothing to the user, and filling it in dominates fuzzing.
        super(fault.message(), null, false, false);
        this.fault = fault;
    }

    /** What is wrong. */
    public Fault fault() {
        return fault;
    }
}

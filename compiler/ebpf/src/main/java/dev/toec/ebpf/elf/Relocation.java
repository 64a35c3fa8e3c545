package dev.toec.ebpf.elf;

/**
 * A place that refers to a symbol.
 *
 * @param offset in the section it applies to
 * @param type {@code R_BPF_…}
 */
public record Relocation(long offset, int type, Symbol symbol) {
    /** {@code R_BPF_64_64}: the immediate of an {@code lddw}. */
    public static final int IMMEDIATE_64 = 1;
    /** {@code R_BPF_64_32}: the immediate of a {@code call}. */
    public static final int CALL = 10;
}

package dev.toec.ir;

import java.util.Locale;

/**
 * The types of IR values. Integers have no sign: the operations that care say which they mean. Source types such as
 * {@code mac} or {@code seq32} are integers here; how a field is shown to people is {@link Format}.
 */
public enum IrType {
    /** A truth value, 0 or 1. */
    I1(1),
    I8(8),
    I16(16),
    I32(32),
    I64(64),
    /** An owned packet: linear, given away exactly once on every path of a handler; a function only borrows it. */
    PACKET(0),
    /** A reference to a table entry, or to none. Valid until the handler ends or the entry is removed. */
    ENTRY(0);

    private final int bits;

    IrType(int bits) {
        this.bits = bits;
    }

    /** Width in bits; 0 for what is not an integer. */
    public int bits() {
        return bits;
    }

    /** Whether arithmetic is defined on it. */
    public boolean isInteger() {
        return bits > 0;
    }

    /** All bits set, as a {@code long}: integers are kept zero-extended in a {@code long} wherever Java holds them. */
    public long mask() {
        return bits == 64 ? -1L : (1L << bits) - 1;
    }

    /** The narrowest integer type of at least {@code width} bits, 1 to 64. */
    public static IrType ofBits(int width) {
        for (IrType type : values()) {
            if (type.bits >= width && width >= 1) {
                return type;
            }
        }
        throw new IllegalArgumentException("no integer of " + width + " bits");
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}

package dev.toec.interp;

/** Java values as fields hold them, zero-extended in a {@code long}, and back. Generated bindings use it. */
public final class FieldValue {
    private FieldValue() {}

    /**
     * An unsigned number for a field of {@code bits} bits.
     *
     * @throws IllegalArgumentException if it does not fit
     */
    public static long unsigned(long value, int bits) {
        if (bits < 64 && value >>> bits != 0) {
            throw new IllegalArgumentException(value + " does not fit " + bits + " bits");
        }
        return value;
    }

    /**
     * A signed number for a field of {@code bits} bits.
     *
     * @throws IllegalArgumentException if it does not fit
     */
    public static long signed(long value, int bits) {
        long field = bits == 64 ? value : value & (1L << bits) - 1;
        if (toSigned(field, bits) != value) {
            throw new IllegalArgumentException(value + " does not fit " + bits + " bits with a sign");
        }
        return field;
    }

    /** The signed number a field of {@code bits} bits means. */
    public static long toSigned(long field, int bits) {
        return field << 64 - bits >> 64 - bits;
    }
}

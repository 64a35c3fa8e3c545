package dev.toec.ebpf.verify;

/**
 * A number of which some bits are known ("Sound, Precise, and Fast Abstract Interpretation with Tristate Numbers", CGO
 * 2022).
 *
 * @param value the known ones
 * @param mask the unknown bits; {@code value & mask} is zero
 */
record Tnum(long value, long mask) {
    static final Tnum UNKNOWN = new Tnum(0, -1);

    static Tnum of(long constant) {
        return new Tnum(constant, 0);
    }

    /** The narrowest that holds all of {@code min..max}, unsigned. */
    static Tnum range(long min, long max) {
        int bits = 64 - Long.numberOfLeadingZeros(min ^ max);
        if (bits > 63) {
            return UNKNOWN;
        }
        long low = (1L << bits) - 1;
        return new Tnum(min & ~low, low);
    }

    boolean isConstant() {
        return mask == 0;
    }

    Tnum plus(Tnum other) {
        long sm = mask + other.mask;
        long sv = value + other.value;
        long unknown = sm + sv ^ sv | mask | other.mask;
        return new Tnum(sv & ~unknown, unknown);
    }

    Tnum minus(Tnum other) {
        long dv = value - other.value;
        long unknown = dv + mask ^ dv - other.mask | mask | other.mask;
        return new Tnum(dv & ~unknown, unknown);
    }

    Tnum and(Tnum other) {
        long possible = value | mask;
        long otherPossible = other.value | other.mask;
        long known = value & other.value;
        return new Tnum(known, possible & otherPossible & ~known);
    }

    Tnum or(Tnum other) {
        long known = value | other.value;
        return new Tnum(known, (mask | other.mask) & ~known);
    }

    Tnum xor(Tnum other) {
        long unknown = mask | other.mask;
        return new Tnum((value ^ other.value) & ~unknown, unknown);
    }

    Tnum times(Tnum other) {
        if (isConstant() && other.isConstant()) {
            return of(value * other.value);
        }
        int zeros = Math.min(64, trailingZeros() + other.trailingZeros());
        return zeros == 64 ? of(0) : new Tnum(0, -1L << zeros);
    }

    private int trailingZeros() {
        return Long.numberOfTrailingZeros(value | mask);
    }

    Tnum shiftLeft(int count) {
        return new Tnum(value << count, mask << count);
    }

    Tnum shiftRight(int count) {
        return new Tnum(value >>> count, mask >>> count);
    }

    Tnum shiftRightSigned(int count) {
        return new Tnum(value >> count, mask >> count);
    }

    /** Both are known of one number. */
    Tnum intersect(Tnum other) {
        long known = value | other.value;
        long unknown = mask & other.mask;
        return new Tnum(known & ~unknown, unknown);
    }

    /** The low {@code bits} bits, 1 to 64. */
    Tnum truncate(int bits) {
        long low = bits == 64 ? -1L : (1L << bits) - 1;
        return new Tnum(value & low, mask & low);
    }

    /** Whether every number {@code other} stands for is one of this. */
    boolean covers(Tnum other) {
        return (other.mask & ~mask) == 0 && (other.value & ~mask) == value;
    }
}

package dev.toec.ebpf.verify;

/**
 * What is known of a 64-bit number: the least and the greatest it can be, unsigned and signed, and its bits. Every operation
 * returns bounds that hold for all results (Linux, kernel/bpf/verifier.c, does the same).
 */
record Bounds(long umin, long umax, long smin, long smax, Tnum bits) {
    static final Bounds UNKNOWN = new Bounds(0, -1, Long.MIN_VALUE, Long.MAX_VALUE, Tnum.UNKNOWN);

    static Bounds of(long constant) {
        return new Bounds(constant, constant, constant, constant, Tnum.of(constant));
    }

    /** Any number of {@code bits} bits. */
    static Bounds unsigned(int bits) {
        return bits == 64 ? UNKNOWN : unsigned(0, (1L << bits) - 1);
    }

    static Bounds unsigned(long min, long max) {
        return tight(min, max, Long.MIN_VALUE, Long.MAX_VALUE, Tnum.UNKNOWN);
    }

    static Bounds signed(long min, long max) {
        return tight(0, -1, min, max, Tnum.UNKNOWN);
    }

    static Bounds of(Tnum bits) {
        return tight(0, -1, Long.MIN_VALUE, Long.MAX_VALUE, bits);
    }

    /** The tightest bounds that follow from what is given. */
    static Bounds tight(long umin, long umax, long smin, long smax, Tnum bits) {
        Bounds bounds = new Bounds(umin, umax, smin, smax, bits);
        Bounds once = bounds.deduce();
        return once.equals(bounds) ? once : once.deduce();
    }

    private Bounds deduce() {
        long lo = maxUnsigned(umin, bits.value());
        long hi = minUnsigned(umax, bits.value() | bits.mask());
        long slo = Math.max(smin, bits.value() | bits.mask() & Long.MIN_VALUE);
        long shi = Math.min(smax, bits.value() | bits.mask() & Long.MAX_VALUE);
        if (lo >= 0 == hi >= 0) {
            // One sign only: unsigned and signed order agree.
            slo = Math.max(slo, lo);
            shi = Math.min(shi, hi);
        }
        if (slo >= 0 == shi >= 0 && slo <= shi) {
            lo = maxUnsigned(lo, slo);
            hi = minUnsigned(hi, shi);
        }
        boolean empty = Long.compareUnsigned(lo, hi) > 0;
        Tnum known = empty ? bits : bits.intersect(Tnum.range(lo, hi));
        return new Bounds(lo, hi, slo, shi, known);
    }

    /** Whether no number fits: the path that led here cannot be taken. */
    boolean isEmpty() {
        return Long.compareUnsigned(umin, umax) > 0 || smin > smax || (bits.value() & bits.mask()) != 0;
    }

    boolean isConstant() {
        return umin == umax;
    }

    /** Whether every number {@code other} allows is allowed here. */
    boolean covers(Bounds other) {
        return Long.compareUnsigned(umin, other.umin) <= 0
                && Long.compareUnsigned(umax, other.umax) >= 0
                && smin <= other.smin
                && smax >= other.smax
                && bits.covers(other.bits);
    }

    Bounds intersect(Bounds other) {
        return tight(
                maxUnsigned(umin, other.umin),
                minUnsigned(umax, other.umax),
                Math.max(smin, other.smin),
                Math.min(smax, other.smax),
                bits.intersect(other.bits));
    }

    Bounds plus(Bounds other) {
        long lo = umin + other.umin;
        long hi = umax + other.umax;
        boolean wraps = Long.compareUnsigned(hi, umax) < 0 || Long.compareUnsigned(lo, umin) < 0;
        boolean signedWraps =
                overflows(smin, other.smin, smin + other.smin) || overflows(smax, other.smax, smax + other.smax);
        return tight(
                wraps ? 0 : lo,
                wraps ? -1 : hi,
                signedWraps ? Long.MIN_VALUE : smin + other.smin,
                signedWraps ? Long.MAX_VALUE : smax + other.smax,
                bits.plus(other.bits));
    }

    private static boolean overflows(long a, long b, long sum) {
        return ((a ^ sum) & (b ^ sum)) < 0;
    }

    Bounds minus(Bounds other) {
        boolean wraps = Long.compareUnsigned(umin, other.umax) < 0;
        boolean signedWraps = subtractionOverflows(smin, other.smax) || subtractionOverflows(smax, other.smin);
        return tight(
                wraps ? 0 : umin - other.umax,
                wraps ? -1 : umax - other.umin,
                signedWraps ? Long.MIN_VALUE : smin - other.smax,
                signedWraps ? Long.MAX_VALUE : smax - other.smin,
                bits.minus(other.bits));
    }

    private static boolean subtractionOverflows(long a, long b) {
        return ((a ^ b) & (a ^ a - b)) < 0;
    }

    Bounds times(Bounds other) {
        Tnum product = bits.times(other.bits);
        boolean small = umax >>> 31 == 0 && other.umax >>> 31 == 0;
        return small
                ? tight(umin * other.umin, umax * other.umax, Long.MIN_VALUE, Long.MAX_VALUE, product)
                : of(product);
    }

    /** Unsigned quotient; by zero it is 0. */
    Bounds dividedBy(Bounds other) {
        if (!other.isConstant()) {
            return unsigned(0, umax);
        }
        long divisor = other.umin;
        return divisor == 0 ? of(0) : unsigned(Long.divideUnsigned(umin, divisor), Long.divideUnsigned(umax, divisor));
    }

    /** Unsigned remainder; by zero it is the dividend. */
    Bounds remainder(Bounds other) {
        if (!other.isConstant() || other.umin == 0) {
            return unsigned(0, umax);
        }
        return Long.compareUnsigned(umax, other.umin) < 0 ? this : unsigned(0, other.umin - 1);
    }

    Bounds and(Bounds other) {
        return tight(0, minUnsigned(umax, other.umax), Long.MIN_VALUE, Long.MAX_VALUE, bits.and(other.bits));
    }

    Bounds or(Bounds other) {
        return tight(maxUnsigned(umin, other.umin), -1, Long.MIN_VALUE, Long.MAX_VALUE, bits.or(other.bits));
    }

    Bounds xor(Bounds other) {
        return of(bits.xor(other.bits));
    }

    Bounds shiftLeft(Bounds count, int width) {
        if (!count.isConstant()) {
            return UNKNOWN;
        }
        int by = (int) count.umin & width - 1;
        boolean lossless = umax << by >>> by == umax;
        return tight(
                lossless ? umin << by : 0,
                lossless ? umax << by : -1,
                Long.MIN_VALUE,
                Long.MAX_VALUE,
                bits.shiftLeft(by));
    }

    Bounds shiftRight(Bounds count, int width) {
        if (!count.isConstant()) {
            return unsigned(0, umax);
        }
        int by = (int) count.umin & width - 1;
        return tight(umin >>> by, umax >>> by, Long.MIN_VALUE, Long.MAX_VALUE, bits.shiftRight(by));
    }

    Bounds shiftRightSigned(Bounds count, int width) {
        if (!count.isConstant()) {
            return signed(Math.min(smin, 0), Math.max(smax, 0));
        }
        int by = (int) count.umin & width - 1;
        return tight(0, -1, smin >> by, smax >> by, bits.shiftRightSigned(by));
    }

    /** The low {@code width} bits, the rest zero. */
    Bounds truncate(int width) {
        if (width == 64 || umax >>> width == 0) {
            return this;
        }
        Tnum low = bits.truncate(width);
        long mask = (1L << width) - 1;
        boolean sameBlock = umin >>> width == umax >>> width;
        return sameBlock
                ? tight(umin & mask, umax & mask, Long.MIN_VALUE, Long.MAX_VALUE, low)
                : tight(0, mask, Long.MIN_VALUE, Long.MAX_VALUE, low);
    }

    /** The low {@code width} bits as a two's complement number. */
    Bounds signExtend(int width) {
        Bounds low = truncate(width);
        long sign = 1L << width - 1;
        if (width == 64) {
            return this;
        }
        if (Long.compareUnsigned(low.umax, sign) < 0) {
            return low;
        }
        if (Long.compareUnsigned(low.umin, sign) >= 0) {
            return signed(low.umin - (sign << 1), low.umax - (sign << 1));
        }
        return signed(-sign, sign - 1);
    }

    static long minUnsigned(long a, long b) {
        return Long.compareUnsigned(a, b) <= 0 ? a : b;
    }

    static long maxUnsigned(long a, long b) {
        return Long.compareUnsigned(a, b) >= 0 ? a : b;
    }

    @Override
    public String toString() {
        if (isConstant()) {
            return Long.toString(smin);
        }
        if (equals(UNKNOWN)) {
            return "unknown";
        }
        return smin < 0 ? smin + ".." + smax : Long.toUnsignedString(umin) + ".." + Long.toUnsignedString(umax);
    }
}

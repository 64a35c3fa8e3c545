package dev.toec.ebpf.verify;

import dev.toec.ebpf.insn.Condition;
import java.util.Optional;

/**
 * What a comparison of two numbers tells: its outcome where that is certain, and tighter bounds of both on either way out.
 *
 * @param left bounds of the left number where the condition holds
 * @param right bounds of the right one
 */
record Comparison(Bounds left, Bounds right) {
    /** Bounds of both numbers where {@code condition} holds; empty ones if it never does. */
    static Comparison assume(Condition condition, boolean wide, Bounds left, Bounds right) {
        if (wide) {
            return assume(condition, left, right);
        }
        if (left.umax() >>> 32 != 0 || right.umax() >>> 32 != 0) {
            return narrow(condition, left, right);
        }
        if (!condition.isSigned()) {
            return assume(condition, left, right);
        }
        Comparison signed = assume(condition, left.signExtend(32), right.signExtend(32));
        return new Comparison(back(signed.left, left), back(signed.right, right));
    }

    private static Bounds back(Bounds signed, Bounds original) {
        return signed.isEmpty() ? signed : signed.truncate(32).intersect(original);
    }

    /** The upper halves are unknown, so only an impossible outcome is told, nothing of the numbers. */
    private static Comparison narrow(Condition condition, Bounds left, Bounds right) {
        Comparison low = assume(condition, false, left.truncate(32), right.truncate(32));
        return low.isImpossible() ? low : new Comparison(left, right);
    }

    private static Comparison assume(Condition condition, Bounds a, Bounds b) {
        return switch (condition) {
            case EQ -> both(a.intersect(b));
            case NE -> new Comparison(without(a, b), without(b, a));
            case SET -> set(a, b);
            case ULT -> unsignedBelow(a, b, 1);
            case ULE -> unsignedBelow(a, b, 0);
            case SLT -> signedBelow(a, b, 1);
            case SLE -> signedBelow(a, b, 0);
            case UGT, UGE, SGT, SGE -> assume(condition.swapped(), b, a).swapped();
        };
    }

    private Comparison swapped() {
        return new Comparison(right, left);
    }

    private static Comparison both(Bounds bounds) {
        return new Comparison(bounds, bounds);
    }

    private static Bounds without(Bounds a, Bounds b) {
        if (!b.isConstant() || !a.bits().covers(b.bits())) {
            return a;
        }
        long hole = b.umin();
        if (a.isConstant()) {
            return Bounds.unsigned(1, 0);
        }
        return Bounds.tight(
                a.umin() == hole ? hole + 1 : a.umin(),
                a.umax() == hole ? hole - 1 : a.umax(),
                a.smin() == hole ? hole + 1 : a.smin(),
                a.smax() == hole ? hole - 1 : a.smax(),
                a.bits());
    }

    private static Comparison set(Bounds a, Bounds b) {
        boolean never = ((a.bits().value() | a.bits().mask())
                        & (b.bits().value() | b.bits().mask()))
                == 0;
        if (never) {
            return both(Bounds.unsigned(1, 0));
        }
        boolean oneBit = b.isConstant() && Long.bitCount(b.umin()) == 1;
        return new Comparison(oneBit ? a.intersect(Bounds.of(new Tnum(b.umin(), ~b.umin()))) : a, b);
    }

    /** {@code (a & b) == 0}. */
    static Comparison assumeClear(boolean wide, Bounds a, Bounds b) {
        long mask = wide ? -1L : 0xffffffffL;
        if ((a.bits().value() & b.bits().value() & mask) != 0) {
            return both(Bounds.unsigned(1, 0));
        }
        Bounds cleared = b.isConstant() ? a.intersect(Bounds.of(new Tnum(0, ~(b.umin() & mask)))) : a;
        return new Comparison(cleared, b);
    }

    private static Comparison unsignedBelow(Bounds a, Bounds b, int gap) {
        boolean never = gap == 1 && (b.umax() == 0 || a.umin() == -1);
        if (never) {
            return both(Bounds.unsigned(1, 0));
        }
        Bounds below = tightUnsigned(a, a.umin(), Bounds.minUnsigned(a.umax(), b.umax() - gap));
        Bounds above = tightUnsigned(b, Bounds.maxUnsigned(b.umin(), a.umin() + gap), b.umax());
        return new Comparison(below, above);
    }

    private static Bounds tightUnsigned(Bounds old, long min, long max) {
        return Bounds.tight(min, max, old.smin(), old.smax(), old.bits());
    }

    private static Comparison signedBelow(Bounds a, Bounds b, int gap) {
        boolean never = gap == 1 && (b.smax() == Long.MIN_VALUE || a.smin() == Long.MAX_VALUE);
        if (never) {
            return both(Bounds.unsigned(1, 0));
        }
        Bounds below = tightSigned(a, a.smin(), Math.min(a.smax(), b.smax() - gap));
        Bounds above = tightSigned(b, Math.max(b.smin(), a.smin() + gap), b.smax());
        return new Comparison(below, above);
    }

    private static Bounds tightSigned(Bounds old, long min, long max) {
        return Bounds.tight(old.umin(), old.umax(), min, max, old.bits());
    }

    /** Where {@code condition} does not hold. */
    static Comparison refute(Condition condition, boolean wide, Bounds left, Bounds right) {
        return condition == Condition.SET
                ? assumeClear(wide, left, right)
                : assume(condition.negated(), wide, left, right);
    }

    /** Whether no pair of numbers gives this outcome. */
    boolean isImpossible() {
        return left.isEmpty() || right.isEmpty();
    }

    /** The outcome, where it is the same for all pairs. */
    static Optional<Boolean> outcome(Condition condition, boolean wide, Bounds left, Bounds right) {
        if (refute(condition, wide, left, right).isImpossible()) {
            return Optional.of(true);
        }
        return assume(condition, wide, left, right).isImpossible() ? Optional.of(false) : Optional.empty();
    }
}

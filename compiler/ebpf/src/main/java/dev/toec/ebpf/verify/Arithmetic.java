package dev.toec.ebpf.verify;

import dev.toec.ebpf.insn.AluOp;

/** Arithmetic on numbers of which bounds are known. */
final class Arithmetic {
    private Arithmetic() {}

    /** Bounds of {@code left op right} on 64 or 32 bits. */
    static Bounds apply(AluOp op, boolean wide, Bounds left, Bounds right) {
        if (wide) {
            return apply(op, left, right, 64);
        }
        Bounds a = left.truncate(32);
        Bounds b = right.truncate(32);
        if (op == AluOp.ARSH || op == AluOp.SDIV || op == AluOp.SMOD) {
            a = a.signExtend(32);
            b = b.signExtend(32);
        }
        return apply(op, a, b, 32).truncate(32);
    }

    private static Bounds apply(AluOp op, Bounds a, Bounds b, int width) {
        return switch (op) {
            case ADD -> a.plus(b);
            case SUB -> a.minus(b);
            case MUL -> a.times(b);
            case DIV -> a.dividedBy(b);
            case MOD -> a.remainder(b);
            case OR -> a.or(b);
            case AND -> a.and(b);
            case XOR -> a.xor(b);
            case LSH -> a.shiftLeft(b, width);
            case RSH -> a.shiftRight(b, width);
            case ARSH -> a.shiftRightSigned(b, width);
            case SDIV, SMOD -> Bounds.UNKNOWN;
        };
    }

    /** Bounds of {@code -number}. */
    static Bounds negate(boolean wide, Bounds number) {
        return apply(AluOp.SUB, wide, Bounds.of(0), number);
    }

    /** Bounds of the low {@code bits} bits, their bytes reversed if {@code reverse}. */
    static Bounds swap(Bounds number, int bits, boolean reverse) {
        Bounds low = number.truncate(bits);
        if (!reverse) {
            return low;
        }
        return low.isConstant() ? Bounds.of(Long.reverseBytes(low.umin()) >>> 64 - bits) : Bounds.unsigned(bits);
    }
}

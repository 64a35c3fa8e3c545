package dev.toec.interp;

import dev.toec.ir.BinaryOp;
import dev.toec.ir.CompareOp;
import dev.toec.ir.ConvertOp;
import dev.toec.ir.IrType;
import dev.toec.ir.UnaryOp;

/**
 * Operations on integers. Every value is kept zero-extended from its type, so unsigned operations need no
 * preparation, and signed ones extend the sign first.
 */
final class Arithmetic {
    private Arithmetic() {}

    static Op binary(BinaryOp op, IrType type, int d, int l, int r) {
        long mask = type.mask();
        int sign = 64 - type.bits();
        int count = type.bits() - 1;
        return switch (op) {
            case ADD -> a -> a.integers[d] = a.integers[l] + a.integers[r] & mask;
            case SUB -> a -> a.integers[d] = a.integers[l] - a.integers[r] & mask;
            case MUL -> a -> a.integers[d] = a.integers[l] * a.integers[r] & mask;
            case UDIV -> a -> a.integers[d] = unsignedQuotient(a.integers[l], a.integers[r]);
            case UREM -> a -> a.integers[d] = unsignedRemainder(a.integers[l], a.integers[r]);
            case SDIV -> a -> a.integers[d] = signedQuotient(a.integers[l], a.integers[r], sign) & mask;
            case SREM -> a -> a.integers[d] = signedRemainder(a.integers[l], a.integers[r], sign) & mask;
            case AND -> a -> a.integers[d] = a.integers[l] & a.integers[r];
            case OR -> a -> a.integers[d] = a.integers[l] | a.integers[r];
            case XOR -> a -> a.integers[d] = a.integers[l] ^ a.integers[r];
            case SHL -> a -> a.integers[d] = a.integers[l] << (a.integers[r] & count) & mask;
            case LSHR -> a -> a.integers[d] = a.integers[l] >>> (a.integers[r] & count);
            case ASHR -> a -> a.integers[d] = signed(a.integers[l], sign) >> (a.integers[r] & count) & mask;
        };
    }

    private static long signed(long value, int sign) {
        return value << sign >> sign;
    }

    private static long unsignedQuotient(long left, long right) {
        return right == 0 ? 0 : Long.divideUnsigned(left, right);
    }

    private static long unsignedRemainder(long left, long right) {
        return right == 0 ? left : Long.remainderUnsigned(left, right);
    }

    /** Java's division of the most negative number by -1 wraps, as it should. */
    private static long signedQuotient(long left, long right, int sign) {
        return right == 0 ? 0 : signed(left, sign) / signed(right, sign);
    }

    private static long signedRemainder(long left, long right, int sign) {
        return right == 0 ? left : signed(left, sign) % signed(right, sign);
    }

    static Op compare(CompareOp op, IrType type, int d, int l, int r) {
        int sign = 64 - type.bits();
        return switch (op) {
            case EQ -> a -> a.integers[d] = a.integers[l] == a.integers[r] ? 1 : 0;
            case NE -> a -> a.integers[d] = a.integers[l] != a.integers[r] ? 1 : 0;
            case ULT -> a -> a.integers[d] = Long.compareUnsigned(a.integers[l], a.integers[r]) < 0 ? 1 : 0;
            case ULE -> a -> a.integers[d] = Long.compareUnsigned(a.integers[l], a.integers[r]) <= 0 ? 1 : 0;
            case UGT -> a -> a.integers[d] = Long.compareUnsigned(a.integers[l], a.integers[r]) > 0 ? 1 : 0;
            case UGE -> a -> a.integers[d] = Long.compareUnsigned(a.integers[l], a.integers[r]) >= 0 ? 1 : 0;
            case SLT -> a -> a.integers[d] = a.integers[l] << sign < a.integers[r] << sign ? 1 : 0;
            case SLE -> a -> a.integers[d] = a.integers[l] << sign <= a.integers[r] << sign ? 1 : 0;
            case SGT -> a -> a.integers[d] = a.integers[l] << sign > a.integers[r] << sign ? 1 : 0;
            case SGE -> a -> a.integers[d] = a.integers[l] << sign >= a.integers[r] << sign ? 1 : 0;
        };
    }

    static Op unary(UnaryOp op, IrType type, int d, int s) {
        long mask = type.mask();
        int unused = 64 - type.bits();
        return switch (op) {
            case NEG -> a -> a.integers[d] = -a.integers[s] & mask;
            case NOT -> a -> a.integers[d] = ~a.integers[s] & mask;
            case BYTE_SWAP -> a -> a.integers[d] = Long.reverseBytes(a.integers[s]) >>> unused;
        };
    }

    static Op convert(ConvertOp op, IrType from, IrType to, int d, int s) {
        long mask = to.mask();
        int sign = 64 - from.bits();
        return switch (op) {
            case ZERO_EXTEND -> a -> a.integers[d] = a.integers[s];
            case SIGN_EXTEND -> a -> a.integers[d] = signed(a.integers[s], sign) & mask;
            case TRUNCATE -> a -> a.integers[d] = a.integers[s] & mask;
        };
    }

    static Op select(int d, int condition, int whenTrue, int whenFalse) {
        return a -> a.integers[d] = a.integers[a.integers[condition] != 0 ? whenTrue : whenFalse];
    }
}

package dev.toec.ir;

/**
 * What the integer operations compute, on values zero-extended into a {@code long}; {@link BinaryOp} says what happens at
 * the edges.
 */
public final class Arithmetic {
    private Arithmetic() {}

    /** {@code left op right} in {@code type}. */
    public static long binary(BinaryOp op, IrType type, long left, long right) {
        int count = (int) right & (type.bits() - 1);
        long wide = switch (op) {
            case ADD -> left + right;
            case SUB -> left - right;
            case MUL -> left * right;
            case UDIV -> right == 0 ? 0 : Long.divideUnsigned(left, right);
            case UREM -> right == 0 ? left : Long.remainderUnsigned(left, right);
            case SDIV -> right == 0 ? 0 : signed(type, left) / signed(type, right);
            case SREM -> right == 0 ? left : signed(type, left) % signed(type, right);
            case AND -> left & right;
            case OR -> left | right;
            case XOR -> left ^ right;
            case SHL -> left << count;
            case LSHR -> left >>> count;
            case ASHR -> signed(type, left) >> count;
        };
        return wide & type.mask();
    }

    /** Whether {@code left op right} holds in {@code type}. */
    public static boolean compare(CompareOp op, IrType type, long left, long right) {
        int unsigned = Long.compareUnsigned(left, right);
        int signed = Long.compare(signed(type, left), signed(type, right));
        return switch (op) {
            case EQ -> left == right;
            case NE -> left != right;
            case ULT -> unsigned < 0;
            case ULE -> unsigned <= 0;
            case UGT -> unsigned > 0;
            case UGE -> unsigned >= 0;
            case SLT -> signed < 0;
            case SLE -> signed <= 0;
            case SGT -> signed > 0;
            case SGE -> signed >= 0;
        };
    }

    /** {@code op operand} in {@code type}. */
    public static long unary(UnaryOp op, IrType type, long operand) {
        long wide = switch (op) {
            case NEG -> -operand;
            case NOT -> ~operand;
            case BYTE_SWAP -> Long.reverseBytes(operand) >>> (64 - type.bits());
        };
        return wide & type.mask();
    }

    /** {@code operand} of type {@code from} as {@code to}. */
    public static long convert(ConvertOp op, IrType from, IrType to, long operand) {
        return (op == ConvertOp.SIGN_EXTEND ? signed(from, operand) : operand) & to.mask();
    }

    private static long signed(IrType type, long value) {
        int unused = 64 - type.bits();
        return value << unused >> unused;
    }
}

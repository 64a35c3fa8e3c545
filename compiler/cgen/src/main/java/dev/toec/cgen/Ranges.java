package dev.toec.cgen;

import dev.toec.ir.CompareOp;
import dev.toec.ir.Instruction;
import dev.toec.ir.IrType;
import dev.toec.ir.Value;
import java.math.BigInteger;
import java.util.Optional;

/** Decides comparisons with constants at or beyond the end of what the other operand can be (gcc's -Wtype-limits). */
final class Ranges {
    private Ranges() {}

    /** What {@code compare} always says, if it always says the same. */
    static Optional<Boolean> decide(Instruction.Compare compare, Expressions expressions) {
        if (expressions.folded(compare.right()) instanceof Instruction.Constant c) {
            return decide(compare.op(), compare.left(), c.bits(), expressions);
        }
        if (expressions.folded(compare.left()) instanceof Instruction.Constant c) {
            return decide(Comparison.mirrored(compare.op()), compare.right(), c.bits(), expressions);
        }
        return Optional.empty();
    }

    private static Optional<Boolean> decide(CompareOp op, Value value, long bits, Expressions expressions) {
        IrType type = value.type();
        boolean signed = Comparison.isSigned(op);
        int width = signed
                ? type.bits() - 1
                : Math.min(type.bits(), expressions.typed(value, true).bits());
        BigInteger limit = BigInteger.ONE.shiftLeft(width);
        BigInteger least = signed ? limit.negate() : BigInteger.ZERO;
        BigInteger most = limit.subtract(BigInteger.ONE);
        BigInteger constant = signed
                ? BigInteger.valueOf(Literals.signExtended(bits, type))
                : new BigInteger(Long.toUnsignedString(bits));
        return decide(op, least.compareTo(constant), most.compareTo(constant));
    }

    /**
     * @param least how the smallest possible value compares with the constant
     * @param most how the greatest one does
     */
    private static Optional<Boolean> decide(CompareOp op, int least, int most) {
        return switch (op) {
            case ULT, SLT -> most < 0 ? Optional.of(true) : least >= 0 ? Optional.of(false) : Optional.empty();
            case ULE, SLE -> most <= 0 ? Optional.of(true) : least > 0 ? Optional.of(false) : Optional.empty();
            case UGT, SGT -> least > 0 ? Optional.of(true) : most <= 0 ? Optional.of(false) : Optional.empty();
            case UGE, SGE -> least >= 0 ? Optional.of(true) : most < 0 ? Optional.of(false) : Optional.empty();
            case EQ -> most < 0 || least > 0 ? Optional.of(false) : Optional.empty();
            case NE -> most < 0 || least > 0 ? Optional.of(true) : Optional.empty();
        };
    }
}

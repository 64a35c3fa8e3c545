package dev.toec.cgen;

import dev.toec.ir.BinaryOp;
import dev.toec.ir.Instruction;
import dev.toec.ir.Instruction.Binary;
import dev.toec.ir.IrType;
import dev.toec.ir.Value;

/**
 * Writes arithmetic of wrapping integers in C, whose integers narrower than {@code int} turn into signed {@code int} in
 * every operation: such results are cut back to their width where somebody looks at the upper bits, and nothing ever
 * overflows an {@code int}.
 */
final class Arithmetic {
    private static final int INT_BITS = 31;
    /** Up to here {@code x - 5} says more than {@code x + 0xfffffffb}. */
    private static final long SMALL = 4096;

    private final Expressions expressions;
    private final Dialect dialect;
    private final boolean exact;

    Arithmetic(Expressions expressions, boolean exact) {
        this.expressions = expressions;
        this.dialect = expressions.dialect();
        this.exact = exact;
    }

    Typed binary(Binary i) {
        IrType type = i.result().type();
        if (type == IrType.I1) {
            return Typed.exact(truth(i), IrType.I1);
        }
        return switch (i.op()) {
            case ADD -> subtracts(i) ? decreased(i) : sum(i, COperator.ADD);
            case SUB -> sum(i, COperator.SUB);
            case MUL -> product(i);
            case AND -> bitwise(i, COperator.AND);
            case OR -> bitwise(i, COperator.OR);
            case XOR -> bitwise(i, COperator.XOR);
            case SHL -> shiftLeft(i);
            case LSHR -> shiftRight(i);
            case ASHR -> arithmeticShift(i);
            case UDIV, UREM, SDIV, SREM -> division(i);
        };
    }

    /** The signed type of the width of {@code type}. */
    static CType signed(IrType type) {
        return CType.named("int" + type.bits() + "_t");
    }

    /** {@code operand} in an operation that must happen in the unsigned type of {@code type}, 32 or 64 bits. */
    static CExpr inType(Typed operand, IrType type, Dialect dialect) {
        return operand.rank() == Typed.Rank.of(type)
                ? operand.expression()
                : new CExpr.Cast(dialect.type(type), operand.expression());
    }

    private static boolean isNarrow(IrType type) {
        return type.bits() < 32;
    }

    private Typed exact(Value value) {
        return expressions.typed(value, true);
    }

    private Instruction.Constant constant(Value value) {
        return expressions.folded(value) instanceof Instruction.Constant c ? c : null;
    }

    /** Operands whose upper bits do not matter, small enough for {@code int}. */
    private Typed loose(Value value) {
        Typed typed = expressions.typed(value, false);
        return typed.exact() || typed.rank() != Typed.Rank.INT || typed.bits() < INT_BITS - 2 ? typed : exact(value);
    }

    private Typed sum(Binary i, COperator operator) {
        IrType type = i.result().type();
        if (isNarrow(type)) {
            Typed left = loose(i.left());
            Typed right = loose(i.right());
            int bits = Math.max(left.bits(), right.bits()) + 1;
            return Typed.congruent(
                    CExpr.binary(operator, left.expression(), right.expression()), wider(left, right), bits);
        }
        return inNative(i, operator);
    }

    /** Whether it adds a small negative constant. */
    private boolean subtracts(Binary i) {
        Instruction.Constant right = constant(i.right());
        if (right == null) {
            return false;
        }
        long amount = Literals.signExtended(right.bits(), i.result().type());
        return amount < 0 && amount >= -SMALL;
    }

    private Typed decreased(Binary i) {
        IrType type = i.result().type();
        Typed left = isNarrow(type) ? loose(i.left()) : Typed.exact(inType(exact(i.left()), type, dialect), type);
        long amount = -Literals.signExtended(constant(i.right()).bits(), type);
        CExpr less = CExpr.binary(COperator.SUB, left.expression(), Literals.unsigned(amount, false));
        return isNarrow(type)
                ? Typed.congruent(less, left.rank(), Math.max(left.bits(), type.bits()) + 1)
                : Typed.exact(less, type);
    }

    private Typed inNative(Binary i, COperator operator) {
        IrType type = i.result().type();
        Typed left = exact(i.left());
        Typed right = exact(i.right());
        boolean already = right.rank() == Typed.Rank.of(type);
        CExpr l = already ? left.expression() : inType(left, type, dialect);
        return Typed.exact(CExpr.binary(operator, l, right.expression()), type);
    }

    private static Typed.Rank wider(Typed a, Typed b) {
        return a.rank().compareTo(b.rank()) > 0 ? a.rank() : b.rank();
    }

    private Typed product(Binary i) {
        IrType type = i.result().type();
        if (!isNarrow(type)) {
            return inNative(i, COperator.MUL);
        }
        Typed left = exact(i.left());
        Typed right = exact(i.right());
        int bits = left.bits() + right.bits();
        boolean fits = bits <= INT_BITS;
        CExpr l = fits ? left.expression() : new CExpr.Cast(dialect.type(IrType.I32), left.expression());
        Typed.Rank rank = fits ? Typed.Rank.INT : Typed.Rank.UNSIGNED;
        return Typed.congruent(CExpr.binary(COperator.MUL, l, right.expression()), rank, Math.min(bits, INT_BITS));
    }

    private Typed bitwise(Binary i, COperator operator) {
        boolean narrow = isNarrow(i.result().type());
        boolean mask = operator == COperator.AND && (constant(i.left()) != null || constant(i.right()) != null);
        boolean loose = narrow && (mask || !exact);
        Typed left = inHexadecimal(i.left(), loose);
        Typed right = inHexadecimal(i.right(), loose);
        boolean isExact = mask || (left.exact() && right.exact());
        int bits = mask && narrow
                ? Math.min(constantBits(i.left(), left), constantBits(i.right(), right))
                : Math.max(left.bits(), right.bits());
        CExpr both = CExpr.binary(operator, left.expression(), right.expression());
        return new Typed(both, wider(left, right), isExact, bits);
    }

    /** Of the two operands of a mask, the constant one limits the result. */
    private int constantBits(Value value, Typed typed) {
        return constant(value) == null ? INT_BITS : typed.bits();
    }

    private Typed inHexadecimal(Value value, boolean loose) {
        Typed typed = loose ? loose(value) : exact(value);
        Instruction.Constant constant = constant(value);
        return constant == null
                ? typed
                : Typed.exact(
                        dialect.enumerator(constant.symbol()).orElseGet(() -> Literals.unsigned(constant.bits(), true)),
                        typed.rank(),
                        typed.bits());
    }

    /** The count of a shift, modulo the width. */
    private CExpr count(Binary i) {
        int mask = i.result().type().bits() - 1;
        Instruction.Constant constant = constant(i.right());
        return constant != null
                ? Literals.unsigned(constant.bits() & mask, false)
                : CExpr.binary(COperator.AND, exact(i.right()).expression(), Literals.unsigned(mask, false));
    }

    private Typed shiftLeft(Binary i) {
        IrType type = i.result().type();
        Typed left = exact(i.left());
        if (isNarrow(type)) {
            CExpr shifted = CExpr.binary(COperator.SHL, left.expression(), count(i));
            Instruction.Constant count = constant(i.right());
            int distance = count == null ? type.bits() - 1 : (int) count.bits() & (type.bits() - 1);
            return Typed.congruent(shifted, Typed.Rank.INT, left.bits() + distance);
        }
        return Typed.exact(CExpr.binary(COperator.SHL, inType(left, type, dialect), count(i)), type);
    }

    private Typed shiftRight(Binary i) {
        IrType type = i.result().type();
        Typed left = exact(i.left());
        if (type == IrType.I64) {
            return Typed.exact(CExpr.binary(COperator.SHR, inType(left, type, dialect), count(i)), type);
        }
        return Typed.exact(CExpr.binary(COperator.SHR, left.expression(), count(i)), left.rank(), left.bits());
    }

    private Typed arithmeticShift(Binary i) {
        IrType type = i.result().type();
        CExpr left = new CExpr.Cast(signed(type), expressions.converted(i.left()));
        return ofSigned(CExpr.binary(COperator.SHR, left, count(i)), type);
    }

    private Typed ofSigned(CExpr expression, IrType type) {
        return isNarrow(type) || !exact
                ? Typed.congruent(expression, Typed.Rank.INT, type.bits())
                : Typed.exact(new CExpr.Cast(dialect.type(type), expression), type);
    }

    private Typed division(Binary i) {
        IrType type = i.result().type();
        boolean isSigned = i.op() == BinaryOp.SDIV || i.op() == BinaryOp.SREM;
        Instruction.Constant divisor = constant(i.right());
        boolean safe = divisor != null && divisor.bits() != 0 && !(isSigned && divisor.bits() == type.mask());
        if (!safe) {
            CExpr left = expressions.converted(i.left());
            return Typed.exact(dialect.divide(i.op(), type, left, expressions.converted(i.right())), type);
        }
        COperator operator = i.op() == BinaryOp.UDIV || i.op() == BinaryOp.SDIV ? COperator.DIV : COperator.REM;
        if (isSigned) {
            CExpr left = new CExpr.Cast(signed(type), expressions.converted(i.left()));
            return ofSigned(CExpr.binary(operator, left, Literals.signed(divisor.bits(), type)), type);
        }
        Typed left = exact(i.left());
        Typed right = exact(i.right());
        return Typed.exact(
                CExpr.binary(operator, left.expression(), right.expression()), wider(left, right), type.bits());
    }

    /** Of {@code i1}: arithmetic modulo two. */
    private CExpr truth(Binary i) {
        CExpr left = expressions.exact(i.left());
        if (i.op() == BinaryOp.SHL || i.op() == BinaryOp.LSHR || i.op() == BinaryOp.ASHR) {
            return left;
        }
        CExpr right = expressions.exact(i.right());
        return switch (i.op()) {
            case AND, MUL -> CExpr.binary(COperator.LOGICAL_AND, left, right);
            case OR -> CExpr.binary(COperator.LOGICAL_OR, left, right);
            case ADD, SUB, XOR -> left.equals(right) ? CExpr.name("false") : CExpr.binary(COperator.NE, left, right);
            case SHL, LSHR, ASHR -> left;
            case UDIV, SDIV -> CExpr.binary(COperator.LOGICAL_AND, left, right);
            case UREM, SREM -> CExpr.binary(COperator.LOGICAL_AND, left, right.negated());
        };
    }
}

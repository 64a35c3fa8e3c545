package dev.toec.cgen;

import dev.toec.ir.CompareOp;
import dev.toec.ir.Instruction;
import dev.toec.ir.IrType;
import dev.toec.ir.Value;
import java.util.Optional;

/** Writes comparisons so that C compares what the IR compares, and gcc's -Wsign-compare agrees. */
record Comparison(Expressions expressions) {
    CExpr of(Instruction.Compare i) {
        if (Callees.isSelfComparison(i)) {
            return CExpr.name(holdsForEquals(i.op()) ? "true" : "false");
        }
        if (i.left().type() == IrType.I1) {
            return truths(i.op(), expressions.exact(i.left()), expressions.exact(i.right()));
        }
        Optional<Boolean> decided = Ranges.decide(i, expressions);
        if (decided.isPresent()) {
            return CExpr.name(decided.get().toString());
        }
        return isSigned(i.op()) ? CExpr.binary(operator(i.op()), signed(i.left()), signed(i.right())) : unsigned(i);
    }

    /** Orders truth values, of which true is 1 unsigned and -1 signed, without a warning about comparing them. */
    private static CExpr truths(CompareOp op, CExpr left, CExpr right) {
        return switch (op) {
            case EQ, NE -> CExpr.binary(operator(op), left, right);
            case ULT, SGT -> CExpr.binary(COperator.LOGICAL_AND, left.negated(), right);
            case ULE, SGE -> CExpr.binary(COperator.LOGICAL_OR, left.negated(), right);
            case UGT, SLT -> CExpr.binary(COperator.LOGICAL_AND, left, right.negated());
            case UGE, SLE -> CExpr.binary(COperator.LOGICAL_OR, left, right.negated());
        };
    }

    private CExpr unsigned(Instruction.Compare i) {
        Typed left = expressions.typed(i.left(), true);
        Typed right = expressions.typed(i.right(), true);
        if (left.expression().equals(right.expression())) {
            return CExpr.name(holdsForEquals(i.op()) ? "true" : "false");
        }
        if (left.expression() instanceof CExpr.Literal && !(right.expression() instanceof CExpr.Literal)) {
            return CExpr.binary(operator(mirrored(i.op())), right.expression(), left.expression());
        }
        CExpr l = left.expression();
        CExpr r = right.expression();
        CType type = expressions.dialect().type(i.left().type());
        if (mixes(left, right)) {
            l = new CExpr.Cast(type, l);
        }
        if (mixes(right, left)) {
            r = new CExpr.Cast(type, r);
        }
        return CExpr.binary(operator(i.op()), l, r);
    }

    /** Whether {@code a} is an {@code int} of which a compiler does not see that it is not negative. */
    private static boolean mixes(Typed a, Typed b) {
        boolean computed = a.expression() instanceof CExpr.Binary || a.expression() instanceof CExpr.Conditional;
        return a.rank() == Typed.Rank.INT && b.rank() != Typed.Rank.INT && computed;
    }

    private CExpr signed(Value value) {
        if (expressions.folded(value) instanceof Instruction.Constant constant) {
            return Literals.signed(constant.bits(), value.type());
        }
        return new CExpr.Cast(Arithmetic.signed(value.type()), expressions.converted(value));
    }

    private static boolean holdsForEquals(CompareOp op) {
        return switch (op) {
            case EQ, ULE, UGE, SLE, SGE -> true;
            case NE, ULT, UGT, SLT, SGT -> false;
        };
    }

    /** The comparison that says the same with the operands exchanged. */
    static CompareOp mirrored(CompareOp op) {
        return switch (op) {
            case EQ, NE -> op;
            case ULT -> CompareOp.UGT;
            case ULE -> CompareOp.UGE;
            case UGT -> CompareOp.ULT;
            case UGE -> CompareOp.ULE;
            case SLT -> CompareOp.SGT;
            case SLE -> CompareOp.SGE;
            case SGT -> CompareOp.SLT;
            case SGE -> CompareOp.SLE;
        };
    }

    static boolean isSigned(CompareOp op) {
        return switch (op) {
            case SLT, SLE, SGT, SGE -> true;
            case EQ, NE, ULT, ULE, UGT, UGE -> false;
        };
    }

    private static COperator operator(CompareOp op) {
        return switch (op) {
            case EQ -> COperator.EQ;
            case NE -> COperator.NE;
            case ULT, SLT -> COperator.LT;
            case ULE, SLE -> COperator.LE;
            case UGT, SGT -> COperator.GT;
            case UGE, SGE -> COperator.GE;
        };
    }
}

package dev.toec.types;

import dev.toec.diag.Code;
import dev.toec.diag.Diagnostic;
import dev.toec.ir.BinaryOp;
import dev.toec.ir.CompareOp;
import dev.toec.source.Span;
import dev.toec.syntax.BinaryOperator;

/** What each operator means for operands of each type. */
final class Operators {
    private final Problems problems;
    private final Conversions conversions;
    private final Folding folding;

    Operators(Problems problems, Conversions conversions) {
        this.problems = problems;
        this.conversions = conversions;
        this.folding = new Folding(problems, conversions);
    }

    Folding folding() {
        return folding;
    }

    /** {@code left operator right}. */
    TypedExpression binary(BinaryOperator operator, TypedExpression left, TypedExpression right, Span span) {
        if (left.type() == Type.Basic.ERROR || right.type() == Type.Basic.ERROR) {
            return new TypedExpression.Broken(span);
        }
        return switch (operator) {
            case AND, OR -> logical(operator, left, right, span);
            case EQUAL, NOT_EQUAL, LESS, AT_MOST, GREATER, AT_LEAST -> compare(operator, left, right, span);
            case SHIFT_LEFT, SHIFT_RIGHT -> shift(operator, left, right, span);
            default -> arithmetic(operator, left, right, span);
        };
    }

    private TypedExpression logical(BinaryOperator operator, TypedExpression left, TypedExpression right, Span span) {
        TypedExpression first = conversions.fit(left, Type.Basic.BOOL);
        TypedExpression second = conversions.fit(right, Type.Basic.BOOL);
        boolean and = operator == BinaryOperator.AND;
        if (isBroken(first, second)) {
            return new TypedExpression.Broken(span);
        }
        if (first instanceof TypedExpression.Constant constant) {
            boolean decided = (constant.value().signum() != 0) != and;
            return decided ? constant : second;
        }
        return new TypedExpression.Logical(and, first, second, span);
    }

    private TypedExpression compare(BinaryOperator operator, TypedExpression left, TypedExpression right, Span span) {
        Type common = common(left, right);
        if (common == null || !isComparable(common, operator.isEquality())) {
            return undefined(operator, left, right, span);
        }
        if (common == Type.Basic.NUMBER) {
            return folding.compare(operator, left, right, span);
        }
        TypedExpression first = conversions.fit(left, common);
        TypedExpression second = conversions.fit(right, common);
        if (isBroken(first, second)) {
            return new TypedExpression.Broken(span);
        }
        if (first instanceof TypedExpression.Constant && second instanceof TypedExpression.Constant) {
            return folding.compare(operator, first, second, span);
        }
        boolean signed = common instanceof Type.Int i && i.signed();
        return new TypedExpression.Compare(comparison(operator, signed), first, second, span);
    }

    private static boolean isComparable(Type type, boolean equality) {
        boolean ordered = type instanceof Type.Int || type == Type.Basic.PORT || type == Type.Basic.NUMBER;
        return ordered || (equality && Conversions.representation(type) != null);
    }

    /** The type both operands are brought to, or {@code null}. */
    private static Type common(TypedExpression left, TypedExpression right) {
        Type a = left.type();
        Type b = right.type();
        if (a instanceof Type.Int x && b instanceof Type.Int y) {
            return commonInt(left, x, right, y);
        }
        if (a.equals(b)) {
            return a;
        }
        if (a == Type.Basic.NUMBER) {
            return Conversions.range(b) == null ? null : ordinary(b);
        }
        return b == Type.Basic.NUMBER && Conversions.range(a) != null ? ordinary(a) : null;
    }

    private static Type commonInt(TypedExpression left, Type.Int x, TypedExpression right, Type.Int y) {
        if (x.signed() == y.signed()) {
            return (x.bits() >= y.bits() ? x : y).ordinary();
        }
        if (left instanceof TypedExpression.Constant c && y.ordinary().holds(c.value())) {
            return y.ordinary();
        }
        return right instanceof TypedExpression.Constant c && x.ordinary().holds(c.value()) ? x.ordinary() : null;
    }

    private static Type ordinary(Type type) {
        return type instanceof Type.Int i ? i.ordinary() : type;
    }

    private static CompareOp comparison(BinaryOperator operator, boolean signed) {
        return switch (operator) {
            case EQUAL -> CompareOp.EQ;
            case NOT_EQUAL -> CompareOp.NE;
            case LESS -> signed ? CompareOp.SLT : CompareOp.ULT;
            case AT_MOST -> signed ? CompareOp.SLE : CompareOp.ULE;
            case GREATER -> signed ? CompareOp.SGT : CompareOp.UGT;
            default -> signed ? CompareOp.SGE : CompareOp.UGE;
        };
    }

    private TypedExpression shift(BinaryOperator operator, TypedExpression left, TypedExpression right, Span span) {
        boolean number = left.type() == Type.Basic.NUMBER;
        if (number && right.type() == Type.Basic.NUMBER) {
            return folding.binary(operator, left, right, Type.Basic.NUMBER, span);
        }
        TypedExpression value = conversions.settle(left);
        boolean counts = right.type() == Type.Basic.NUMBER || (right.type() instanceof Type.Int i && !i.signed());
        if (!(value.type() instanceof Type.Int type) || !counts) {
            return undefined(operator, left, right, span);
        }
        TypedExpression count = right.type() == Type.Basic.NUMBER ? conversions.fit(right, Type.U32) : right;
        if (count.type() == Type.Basic.ERROR) {
            return new TypedExpression.Broken(span);
        }
        if (value instanceof TypedExpression.Constant && count instanceof TypedExpression.Constant) {
            return folding.binary(operator, value, count, type, span);
        }
        BinaryOp op =
                operator == BinaryOperator.SHIFT_LEFT ? BinaryOp.SHL : type.signed() ? BinaryOp.ASHR : BinaryOp.LSHR;
        Type.Int sameWidth = new Type.Int(type.bits(), false);
        return new TypedExpression.Binary(op, value, conversions.cast(count, sameWidth, count.span()), type, span);
    }

    private TypedExpression arithmetic(
            BinaryOperator operator, TypedExpression left, TypedExpression right, Span span) {
        if (left.type() == Type.Basic.SEQ32) {
            return sequence(operator, left, right, span);
        }
        Type common = common(left, right);
        if (common == Type.Basic.NUMBER) {
            return folding.binary(operator, left, right, common, span);
        }
        if (!(common instanceof Type.Int type)) {
            return undefined(operator, left, right, span);
        }
        TypedExpression first = conversions.fit(left, type);
        TypedExpression second = conversions.fit(right, type);
        if (isBroken(first, second) || folding.isDivisionByZero(operator, second)) {
            return new TypedExpression.Broken(span);
        }
        if (first instanceof TypedExpression.Constant && second instanceof TypedExpression.Constant) {
            return folding.binary(operator, first, second, type, span);
        }
        return new TypedExpression.Binary(operation(operator, type.signed()), first, second, type, span);
    }

    private static BinaryOp operation(BinaryOperator operator, boolean signed) {
        return switch (operator) {
            case ADD -> BinaryOp.ADD;
            case SUBTRACT -> BinaryOp.SUB;
            case MULTIPLY -> BinaryOp.MUL;
            case DIVIDE -> signed ? BinaryOp.SDIV : BinaryOp.UDIV;
            case REMAINDER -> signed ? BinaryOp.SREM : BinaryOp.UREM;
            case BIT_AND -> BinaryOp.AND;
            case BIT_OR -> BinaryOp.OR;
            default -> BinaryOp.XOR;
        };
    }

    /** The distance of two sequence numbers, or a sequence number moved on or back (RFC 9293, section 3.4). */
    private TypedExpression sequence(BinaryOperator operator, TypedExpression left, TypedExpression right, Span span) {
        boolean sum = operator == BinaryOperator.ADD;
        boolean difference = operator == BinaryOperator.SUBTRACT;
        if (difference && right.type() == Type.Basic.SEQ32) {
            return new TypedExpression.Binary(BinaryOp.SUB, left, right, Type.I32, span);
        }
        TypedExpression count = distance(right);
        if (!(sum || difference) || count == null) {
            return undefined(operator, left, right, span);
        }
        if (count.type() == Type.Basic.ERROR) {
            return count;
        }
        return new TypedExpression.Binary(sum ? BinaryOp.ADD : BinaryOp.SUB, left, count, Type.Basic.SEQ32, span);
    }

    private TypedExpression distance(TypedExpression right) {
        if (right.type() == Type.Basic.NUMBER) {
            boolean negative = ((TypedExpression.Constant) right).value().signum() < 0;
            return conversions.fit(right, negative ? Type.I32 : Type.U32);
        }
        if (!(right.type() instanceof Type.Int type) || type.bits() > 32) {
            return null;
        }
        return conversions.fit(right, type.signed() ? Type.I32 : Type.U32);
    }

    private static boolean isBroken(TypedExpression first, TypedExpression second) {
        return first.type() == Type.Basic.ERROR || second.type() == Type.Basic.ERROR;
    }

    private TypedExpression undefined(BinaryOperator operator, TypedExpression left, TypedExpression right, Span span) {
        Diagnostic problem = Diagnostic.of(
                Code.E0209,
                span,
                "'" + operator + "' is not defined between " + Conversions.named(left.type()) + " and "
                        + Conversions.named(right.type()));
        problems.report(advise(problem, operator, left.type(), right.type()));
        return new TypedExpression.Broken(span);
    }

    private static Diagnostic advise(Diagnostic problem, BinaryOperator operator, Type left, Type right) {
        if (left == Type.Basic.SEQ32 && right == Type.Basic.SEQ32 && operator.isComparison()) {
            return problem.withNote("sequence numbers wrap around, so '<' would be wrong near the wrap (RFC 9293)")
                    .withFix("write 'a.before(b)', 'a.after(b)' or 'a.between(low, high)'");
        }
        if (left instanceof Type.Int && right instanceof Type.Int) {
            return problem.withNote("signed and unsigned numbers do not mix")
                    .withFix("convert one of them, as in 'x as " + left + "'");
        }
        if (left.equals(right) && operator.isComparison() && Conversions.representation(left) != null) {
            return problem.withNote("values of " + left + " can be compared with '==' and '!=' only");
        }
        boolean mixed = Conversions.representation(left) != null && Conversions.representation(right) != null;
        return mixed && !left.equals(right) ? problem.withFix("convert one side with 'as'") : problem;
    }
}

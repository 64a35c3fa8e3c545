package dev.toec.types;

import dev.toec.diag.Code;
import dev.toec.diag.Diagnostic;
import dev.toec.source.Span;
import dev.toec.syntax.BinaryOperator;
import java.math.BigInteger;

/**
 * Computes with constants. Numbers without a type are exact; the result of typed ones must fit their type, since a
 * constant that wraps around is most likely a mistake.
 */
final class Folding {
    /** No number without a type may be longer than this. */
    private static final int MAX_BITS = 128;

    private final Problems problems;
    private final Conversions conversions;

    Folding(Problems problems, Conversions conversions) {
        this.problems = problems;
        this.conversions = conversions;
    }

    TypedExpression compare(BinaryOperator operator, TypedExpression left, TypedExpression right, Span span) {
        int order = value(left).compareTo(value(right));
        return bool(
                switch (operator) {
                    case EQUAL -> order == 0;
                    case NOT_EQUAL -> order != 0;
                    case LESS -> order < 0;
                    case AT_MOST -> order <= 0;
                    case GREATER -> order > 0;
                    default -> order >= 0;
                },
                span);
    }

    static TypedExpression bool(boolean value, Span span) {
        return new TypedExpression.Constant(value ? BigInteger.ONE : BigInteger.ZERO, Type.Basic.BOOL, span);
    }

    private static BigInteger value(TypedExpression constant) {
        return ((TypedExpression.Constant) constant).value();
    }

    TypedExpression binary(BinaryOperator operator, TypedExpression left, TypedExpression right, Type type, Span span) {
        BigInteger a = value(left);
        BigInteger b = value(right);
        if (isDivisionByZero(operator, right) || (operator.isShift() && !isShiftCount(b, right.span()))) {
            return new TypedExpression.Broken(span);
        }
        return result(
                switch (operator) {
                    case ADD -> a.add(b);
                    case SUBTRACT -> a.subtract(b);
                    case MULTIPLY -> a.multiply(b);
                    case DIVIDE -> a.divide(b);
                    case REMAINDER -> a.remainder(b);
                    case BIT_AND -> a.and(b);
                    case BIT_OR -> a.or(b);
                    case BIT_XOR -> a.xor(b);
                    case SHIFT_LEFT -> a.shiftLeft(b.intValue());
                    default -> a.shiftRight(b.intValue());
                },
                type,
                span);
    }

    private boolean isShiftCount(BigInteger count, Span span) {
        boolean fits = count.signum() >= 0 && count.bitLength() <= 7;
        if (!fits) {
            problems.report(Code.E0204, span, "a constant is shifted by 0 to 127 bits");
        }
        return fits;
    }

    /** {@code value} as a constant of {@code type}, which it must fit. */
    TypedExpression result(BigInteger value, Type type, Span span) {
        if (type instanceof Type.Int range && !range.holds(value)) {
            conversions.outOfRange(value, type, range, span);
            return new TypedExpression.Broken(span);
        }
        if (value.bitLength() > MAX_BITS) {
            problems.report(Code.E0204, span, "this constant has more than " + MAX_BITS + " bits");
            return new TypedExpression.Broken(span);
        }
        return new TypedExpression.Constant(value, type, span);
    }

    boolean isDivisionByZero(BinaryOperator operator, TypedExpression divisor) {
        boolean divides = operator == BinaryOperator.DIVIDE || operator == BinaryOperator.REMAINDER;
        if (!divides
                || !(divisor instanceof TypedExpression.Constant c)
                || c.value().signum() != 0) {
            return false;
        }
        problems.report(Diagnostic.of(Code.E0222, divisor.span(), "the divisor is always zero")
                .withNote("x / 0 is 0 and x % 0 is x, but nobody means that"));
        return true;
    }
}

package dev.toec.types;

import dev.toec.ir.BinaryOp;
import dev.toec.ir.CompareOp;
import dev.toec.source.Span;
import java.math.BigInteger;
import java.util.List;

/** The methods of {@code seq32}: comparisons that are right across the wrap-around (RFC 9293, section 3.4). */
final class Methods {
    private static final List<String> OF_SEQ32 = List.of("before", "after", "between");

    private Methods() {}

    /** The methods that values of {@code type} have. */
    static List<String> of(Type type) {
        return type == Type.Basic.SEQ32 ? OF_SEQ32 : List.of();
    }

    static int arguments(String method) {
        return method.equals("between") ? 2 : 1;
    }

    static TypedExpression call(String method, TypedExpression target, List<TypedExpression> arguments, Span span) {
        TypedExpression first = arguments.get(0);
        return switch (method) {
            case "before" -> isNegative(target, first, CompareOp.SLT, span);
            case "after" -> isNegative(target, first, CompareOp.SGT, span);
            default -> new TypedExpression.Between(target, first, arguments.get(1), span);
        };
    }

    private static TypedExpression isNegative(TypedExpression a, TypedExpression b, CompareOp op, Span span) {
        TypedExpression distance = new TypedExpression.Binary(BinaryOp.SUB, a, b, Type.I32, span);
        TypedExpression zero = new TypedExpression.Constant(BigInteger.ZERO, Type.I32, span);
        return new TypedExpression.Compare(op, distance, zero, span);
    }
}

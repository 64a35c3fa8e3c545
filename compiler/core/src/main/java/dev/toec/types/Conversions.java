package dev.toec.types;

import dev.toec.diag.Code;
import dev.toec.diag.Diagnostic;
import dev.toec.source.Span;
import java.math.BigInteger;

/** Which values fit where: silently, written as {@code x as T}, or not at all. */
final class Conversions {
    private final Problems problems;

    Conversions(Problems problems) {
        this.problems = problems;
    }

    /** {@code value} where a {@code target} is needed; reports E0203 or E0204 where it does not fit. */
    TypedExpression fit(TypedExpression value, Type target) {
        Type type = value.type();
        if (type == Type.Basic.ERROR || target == Type.Basic.ERROR) {
            return new TypedExpression.Broken(value.span());
        }
        if (type.equals(target)) {
            return value;
        }
        if (value instanceof TypedExpression.Constant constant && isNumeric(type)) {
            Type.Int range = range(target);
            if (range != null && (type == Type.Basic.NUMBER || target instanceof Type.Int)) {
                return constant(constant, target, range);
            }
        }
        if (type instanceof Type.Int from && target instanceof Type.Int to && to.covers(from)) {
            return new TypedExpression.Convert(value, target, value.span());
        }
        return mismatch(value, target);
    }

    private TypedExpression constant(TypedExpression.Constant constant, Type target, Type.Int range) {
        if (range.holds(constant.value())) {
            return new TypedExpression.Constant(constant.value(), target, constant.span());
        }
        outOfRange(constant.value(), target, range, constant.span());
        return new TypedExpression.Broken(constant.span());
    }

    void outOfRange(BigInteger value, Type target, Type.Int range, Span span) {
        problems.report(Diagnostic.of(Code.E0204, span, shown(value) + " does not fit in " + target)
                .withNote(target + " holds " + range.smallest() + " to " + range.largest()));
    }

    static String shown(BigInteger value) {
        return value.bitLength() <= 128 ? value.toString() : "a number of " + value.bitLength() + " bits";
    }

    private TypedExpression mismatch(TypedExpression value, Type target) {
        Diagnostic problem =
                Diagnostic.of(Code.E0203, value.span(), "expected " + named(target) + ", found " + named(value.type()));
        if (value.type() instanceof Type.Int from && target instanceof Type.Int to) {
            problem = problem.withNote(
                    from.signed() == to.signed() ? "it may not fit" : "signed and unsigned numbers do not mix");
        }
        problems.report(isCast(value.type(), target) ? problem.withFix("write 'as " + target + "'") : problem);
        return new TypedExpression.Broken(value.span());
    }

    static String named(Type type) {
        return type == Type.Basic.NUMBER ? "a number" : type == Type.Basic.NOTHING ? "no value" : type.toString();
    }

    private static boolean isNumeric(Type type) {
        return type == Type.Basic.NUMBER || type instanceof Type.Int;
    }

    /** The integers that {@code type} is written with, or {@code null}. */
    static Type.Int range(Type type) {
        if (type instanceof Type.Int range) {
            return range;
        }
        return type == Type.Basic.PORT ? new Type.Int(16, false) : type == Type.Basic.SEQ32 ? Type.U32 : null;
    }

    /** The integers that hold every value of scalar {@code type}, or {@code null} for what is no scalar. */
    static Type.Int representation(Type type) {
        if (type instanceof Type.Int range) {
            return range;
        }
        if (type instanceof Type.Enumeration e) {
            return e.base();
        }
        return type instanceof Type.Basic b && b.bits() > 0 ? new Type.Int(b.bits(), false) : null;
    }

    /** Whether {@code x as target} is defined for an {@code x} of type {@code from}. */
    private static boolean isCast(Type from, Type target) {
        Type.Int source = from == Type.Basic.NUMBER ? Type.U64 : representation(from);
        Type.Int destination = representation(target);
        if (source == null || destination == null || target == Type.Basic.BOOL) {
            return false;
        }
        boolean fromNumber = isNumeric(from);
        return fromNumber || target instanceof Type.Int;
    }

    /** {@code value as target}. */
    TypedExpression cast(TypedExpression value, Type target, Span span) {
        Type from = value.type();
        if (from == Type.Basic.ERROR || target == Type.Basic.ERROR) {
            return new TypedExpression.Broken(span);
        }
        if (!from.equals(target) && !isCast(from, target)) {
            problems.report(
                    Diagnostic.of(Code.E0210, span, named(from) + " cannot become " + named(target))
                            .withNote(
                                    "'as' converts between integers, and between integers and mac, ip4, port, seq32 and enums"));
            return new TypedExpression.Broken(span);
        }
        if (value instanceof TypedExpression.Constant constant) {
            BigInteger wrapped = wrap(constant.value(), representation(target));
            return new TypedExpression.Constant(wrapped, target, span);
        }
        return from.equals(target) ? value : new TypedExpression.Convert(value, target, span);
    }

    /** The value of {@code range} that has the low bits of {@code value}. */
    static BigInteger wrap(BigInteger value, Type.Int range) {
        BigInteger low = value.and(BigInteger.ONE.shiftLeft(range.bits()).subtract(BigInteger.ONE));
        return range.signed() && low.testBit(range.bits() - 1)
                ? low.subtract(BigInteger.ONE.shiftLeft(range.bits()))
                : low;
    }

    /** {@code value} with the type it has where none is asked for: a bare number is a u32 if it fits. */
    TypedExpression settle(TypedExpression value) {
        if (value.type() instanceof Type.Int range && !range.ordinary().equals(range)) {
            return fit(value, range.ordinary());
        }
        if (value.type() != Type.Basic.NUMBER) {
            return value;
        }
        BigInteger number = ((TypedExpression.Constant) value).value();
        Type.Int narrow = number.signum() < 0 ? Type.I32 : Type.U32;
        Type.Int wide = number.signum() < 0 ? Type.I64 : Type.U64;
        return fit(value, narrow.holds(number) ? narrow : wide);
    }
}

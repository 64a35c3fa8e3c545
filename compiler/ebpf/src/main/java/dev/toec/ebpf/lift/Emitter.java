package dev.toec.ebpf.lift;

import dev.toec.ir.BinaryOp;
import dev.toec.ir.CompareOp;
import dev.toec.ir.ConvertOp;
import dev.toec.ir.FunctionBuilder;
import dev.toec.ir.Instruction;
import dev.toec.ir.IrType;
import dev.toec.ir.UnaryOp;
import dev.toec.ir.Value;
import dev.toec.source.Span;
import java.util.HashMap;
import java.util.Map;

/**
 * Adds instructions, without those that would only undo each other: registers have 64 bits, what programs compute mostly
 * has fewer.
 */
final class Emitter {
    private final FunctionBuilder builder;
    private final Map<Value, Long> constants = new HashMap<>();
    private final Map<Value, Value> narrow = new HashMap<>();
    private Span span = Span.NONE;

    Emitter(FunctionBuilder builder) {
        this.builder = builder;
    }

    FunctionBuilder builder() {
        return builder;
    }

    /** Where what follows was written. */
    void at(Span where) {
        span = where;
    }

    Span span() {
        return span;
    }

    Value constant(IrType type, long bits) {
        Value result = builder.value("", type);
        builder.add(new Instruction.Constant(result, bits, span));
        constants.put(result, bits & type.mask());
        return result;
    }

    private boolean isConstant(Value value, long bits) {
        Long known = constants.get(value);
        return known != null && known == bits;
    }

    Value binary(BinaryOp op, Value left, Value right) {
        boolean neutral = isConstant(right, 0) && (op == BinaryOp.ADD || op == BinaryOp.SUB || op == BinaryOp.OR);
        if (neutral) {
            return left;
        }
        Long a = constants.get(left);
        Long b = constants.get(right);
        if (a != null && b != null && (op == BinaryOp.ADD || op == BinaryOp.SUB)) {
            return constant(left.type(), op == BinaryOp.ADD ? a + b : a - b);
        }
        Value result = builder.value("", left.type());
        builder.add(new Instruction.Binary(result, op, left, right, span));
        return result;
    }

    Value add(Value left, long right) {
        return binary(BinaryOp.ADD, left, constant(left.type(), right));
    }

    Value unary(UnaryOp op, Value operand) {
        Value result = builder.value("", operand.type());
        builder.add(new Instruction.Unary(result, op, operand, span));
        return result;
    }

    Value compare(CompareOp op, Value left, Value right) {
        Value result = builder.value("", IrType.I1);
        builder.add(new Instruction.Compare(result, op, left, right, span));
        return result;
    }

    Value select(Value condition, Value whenTrue, Value whenFalse) {
        Value result = builder.value("", whenTrue.type());
        builder.add(new Instruction.Select(result, condition, whenTrue, whenFalse, span));
        return result;
    }

    /** {@code value} in {@code type}, with zeros or cut off. */
    Value resize(Value value, IrType type) {
        Long known = constants.get(value);
        if (value.type() == type) {
            return value;
        }
        if (known != null) {
            return constant(type, known);
        }
        if (value.type().bits() > type.bits() && narrow.containsKey(value)) {
            return resize(narrow.get(value), type);
        }
        boolean wider = type.bits() > value.type().bits();
        Value result = convert(wider ? ConvertOp.ZERO_EXTEND : ConvertOp.TRUNCATE, value, type);
        if (wider) {
            narrow.put(result, value);
        }
        return result;
    }

    /** {@code value} in a wider {@code type}, with copies of its sign. */
    Value signExtend(Value value, IrType type) {
        Long known = constants.get(value);
        if (known != null) {
            int unused = 64 - value.type().bits();
            return constant(type, known << unused >> unused);
        }
        return value.type() == type ? value : convert(ConvertOp.SIGN_EXTEND, value, type);
    }

    private Value convert(ConvertOp op, Value value, IrType type) {
        Value result = builder.value("", type);
        builder.add(new Instruction.Convert(result, op, value, span));
        return result;
    }

    /** Whether it was zero-extended from at most {@code bits} bits. */
    boolean fits(Value value, int bits) {
        Value from = narrow.get(value);
        Long known = constants.get(value);
        return from != null && from.type().bits() <= bits || known != null && known >>> bits == 0;
    }
}

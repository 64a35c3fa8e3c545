package dev.toec.types;

import dev.toec.ir.BinaryOp;
import dev.toec.ir.CompareOp;
import dev.toec.ir.ConvertOp;
import dev.toec.ir.FunctionBuilder;
import dev.toec.ir.Instruction;
import dev.toec.ir.IrType;
import dev.toec.ir.Value;
import dev.toec.source.Span;

/** Adds simple instructions to the current block. */
record ValueMaker(FunctionBuilder builder) {
    Value value(String hint, IrType type) {
        return builder.value(hint, type);
    }

    void add(Instruction instruction) {
        builder.add(instruction);
    }

    Value constant(long bits, IrType type, Span span) {
        Value result = value("", type);
        add(new Instruction.Constant(result, bits, span));
        return result;
    }

    Value binary(BinaryOp op, Value left, Value right, String hint, Span span) {
        Value result = value(hint, left.type());
        add(new Instruction.Binary(result, op, left, right, span));
        return result;
    }

    Value binary(BinaryOp op, Value left, long right, String hint, Span span) {
        return binary(op, left, constant(right, left.type(), span), hint, span);
    }

    Value compare(CompareOp op, Value left, Value right, String hint, Span span) {
        Value result = value(hint, IrType.I1);
        add(new Instruction.Compare(result, op, left, right, span));
        return result;
    }

    /** {@code value} as {@code type}: cut, or widened by its sign if {@code signed}. */
    Value resize(Value value, IrType type, boolean signed, String hint, Span span) {
        if (value.type() == type) {
            return value;
        }
        ConvertOp op = type.bits() < value.type().bits()
                ? ConvertOp.TRUNCATE
                : signed ? ConvertOp.SIGN_EXTEND : ConvertOp.ZERO_EXTEND;
        Value result = value(hint, type);
        add(new Instruction.Convert(result, op, value, span));
        return result;
    }
}

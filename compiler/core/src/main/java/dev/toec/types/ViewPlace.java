package dev.toec.types;

import dev.toec.ir.BinaryOp;
import dev.toec.ir.CompareOp;
import dev.toec.ir.Instruction;
import dev.toec.ir.IrType;
import dev.toec.ir.Value;
import dev.toec.source.Span;

/**
 * Where a view lies.
 *
 * @param start its offset, or {@code null} where it is the constant {@code constant}
 */
record ViewPlace(Value packet, Value start, long constant) {
    /** The offset of byte {@code within} of the view. */
    Value offset(ValueMaker make, int within, Span span) {
        if (start == null) {
            return make.constant(constant + within, IrType.I32, span);
        }
        if (within == 0) {
            return start;
        }
        Value distance = make.constant(within, IrType.I32, span);
        return make.binary(BinaryOp.ADD, start, distance, "", span);
    }

    /** Whether the packet has {@code bytes} bytes from here, without overflow. */
    Value fits(ValueMaker make, Value bytes, Span span) {
        Value length = make.value("length", IrType.I32);
        make.add(new Instruction.PacketLength(length, packet, span));
        Value inside = make.compare(CompareOp.ULE, start, length, "", span);
        Value left = make.binary(BinaryOp.SUB, length, start, "", span);
        Value enough = make.compare(CompareOp.UGE, left, bytes, "", span);
        return make.binary(BinaryOp.AND, inside, enough, "", span);
    }

    /** Whether the packet has {@code bytes} bytes from here, where the place is constant. */
    Value fits(ValueMaker make, long bytes, Span span) {
        if (start != null) {
            return fits(make, make.constant(bytes, IrType.I32, span), span);
        }
        Value length = make.value("length", IrType.I32);
        make.add(new Instruction.PacketLength(length, packet, span));
        Value needed = make.constant(constant + bytes, IrType.I32, span);
        return make.compare(CompareOp.UGE, length, needed, "", span);
    }
}

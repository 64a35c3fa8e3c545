package dev.toec.types;

import dev.toec.ir.BinaryOp;
import dev.toec.ir.ByteOrder;
import dev.toec.ir.Instruction;
import dev.toec.ir.IrType;
import dev.toec.ir.Value;
import dev.toec.source.Span;

/** Reads and writes fields of headers: the bytes that cover a field are loaded, shifted and masked. */
final class HeaderAccess {
    private final ValueMaker make;
    private final ViewPlace place;
    private final ByteOrder order;
    private final Type.Header.Member member;
    private final Span span;

    HeaderAccess(ValueMaker make, ViewPlace place, Type.Header header, Type.Header.Member member, Span span) {
        this.make = make;
        this.place = place;
        this.order = header.order();
        this.member = member;
        this.span = span;
    }

    /** The covering bytes as one integer. */
    private IrType covering() {
        return IrType.ofBits(member.bytes() * 8);
    }

    private boolean isWhole() {
        return member.bits() == member.bytes() * 8;
    }

    /** How far the field's lowest bit lies above that of the covering bytes. */
    private int shift() {
        int before = member.bit() - member.firstByte() * 8;
        return order == ByteOrder.LITTLE ? before : member.bytes() * 8 - before - member.bits();
    }

    private long mask() {
        return member.bits() == 64 ? -1L : (1L << member.bits()) - 1;
    }

    private Value covered(String hint) {
        Value loaded = make.value(hint, covering());
        Value offset = place.offset(make, member.firstByte(), span);
        make.add(new Instruction.PacketLoad(loaded, place.packet(), offset, member.bytes(), order, span));
        return loaded;
    }

    /** The field's value, in the IR type of its source type. */
    Value load(String name) {
        IrType type = Shapes.irType(member.type());
        String hint = name.isEmpty() ? member.name() : name;
        if (isWhole()) {
            return make.resize(covered(hint), type, false, hint, span);
        }
        Value bytes = covered("");
        int left = member.bytes() * 8 - shift();
        boolean masked = left > member.bits() && type.bits() != member.bits();
        boolean cut = type != covering();
        Value shifted =
                shift() == 0 ? bytes : make.binary(BinaryOp.LSHR, bytes, shift(), cut || masked ? "" : hint, span);
        Value resized = make.resize(shifted, type, false, masked ? "" : hint, span);
        return masked ? make.binary(BinaryOp.AND, resized, mask(), hint, span) : resized;
    }

    /** Writes {@code value}, which has no bits beyond the field's width. */
    void store(Value value) {
        Value wide = make.resize(value, covering(), false, "", span);
        if (isWhole()) {
            store(place.offset(make, member.firstByte(), span), wide);
            return;
        }
        Value placed = shift() == 0 ? wide : make.binary(BinaryOp.SHL, wide, shift(), "", span);
        merge(placed);
    }

    /** Writes the constant {@code value}. */
    void store(long value) {
        if (isWhole()) {
            store(place.offset(make, member.firstByte(), span), make.constant(value, covering(), span));
        } else {
            merge(make.constant((value & mask()) << shift(), covering(), span));
        }
    }

    private void merge(Value placed) {
        Value others = make.binary(BinaryOp.AND, covered(""), ~(mask() << shift()), "", span);
        Value merged = make.binary(BinaryOp.OR, others, placed, "", span);
        store(place.offset(make, member.firstByte(), span), merged);
    }

    private void store(Value offset, Value bytes) {
        make.add(new Instruction.PacketStore(place.packet(), offset, bytes, member.bytes(), order, span));
    }
}

package dev.toec.cgen;

import dev.toec.ir.Instruction;
import dev.toec.ir.Instruction.*;
import dev.toec.ir.IrType;

/** Names for values the source did not name, after what they are. */
final class Roles implements Instruction.Visitor<String> {
    static final Roles OF_RESULT = new Roles();

    private Roles() {}

    static String ofParameter(IrType type) {
        return switch (type) {
            case PACKET -> "packet";
            case ENTRY -> "entry";
            case I1 -> "flag";
            case I8, I16, I32, I64 -> "value";
        };
    }

    @Override
    public String constant(Constant i) {
        return "constant";
    }

    @Override
    public String binary(Binary i) {
        return switch (i.op()) {
            case ADD -> "sum";
            case SUB -> "difference";
            case MUL -> "product";
            case UDIV, SDIV -> "quotient";
            case UREM, SREM -> "remainder";
            case AND -> "masked";
            case OR, XOR -> "combined";
            case SHL, LSHR, ASHR -> "shifted";
        };
    }

    @Override
    public String compare(Compare i) {
        return "holds";
    }

    @Override
    public String unary(Unary i) {
        return "value";
    }

    @Override
    public String convert(Convert i) {
        return "value";
    }

    @Override
    public String select(Select i) {
        return "selected";
    }

    @Override
    public String packetLength(PacketLength i) {
        return "length";
    }

    @Override
    public String packetLoad(PacketLoad i) {
        return i.bytes() == 1 ? "byte" : "word";
    }

    @Override
    public String packetStore(PacketStore i) {
        return "value";
    }

    @Override
    public String packetRemove(PacketRemove i) {
        return "value";
    }

    @Override
    public String packetDrop(PacketDrop i) {
        return "value";
    }

    @Override
    public String emit(Emit i) {
        return "value";
    }

    @Override
    public String skip(Skip i) {
        return "value";
    }

    @Override
    public String counterAdd(CounterAdd i) {
        return "value";
    }

    @Override
    public String variableLoad(VariableLoad i) {
        return i.variable();
    }

    @Override
    public String variableStore(VariableStore i) {
        return "value";
    }

    @Override
    public String tableFind(TableFind i) {
        return i.table() + "_entry";
    }

    @Override
    public String entryPresent(EntryPresent i) {
        return "found";
    }

    @Override
    public String fieldLoad(FieldLoad i) {
        return i.field();
    }

    @Override
    public String fieldStore(FieldStore i) {
        return "value";
    }

    @Override
    public String bytesLoad(BytesLoad i) {
        return i.table() + "_value";
    }

    @Override
    public String bytesStore(BytesStore i) {
        return "value";
    }

    @Override
    public String bytesAdd(BytesAdd i) {
        return "value";
    }

    @Override
    public String tableInsert(TableInsert i) {
        return "stored";
    }

    @Override
    public String tableRemove(TableRemove i) {
        return "removed";
    }

    @Override
    public String call(Call i) {
        return i.function() + "_result";
    }

    @Override
    public String hookCall(HookCall i) {
        return "verdict";
    }
}

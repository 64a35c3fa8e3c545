package dev.toec.ir;

import dev.toec.ir.Instruction.*;
import java.util.List;
import java.util.function.UnaryOperator;

/** One copying rule per operation; used through {@link Rewriter}. */
record OperandRewriter(UnaryOperator<Value> to) implements Instruction.Visitor<Instruction> {
    private List<Value> all(List<Value> values) {
        return values.stream().map(to).toList();
    }

    @Override
    public Instruction constant(Constant i) {
        return i;
    }

    @Override
    public Instruction binary(Binary i) {
        return new Binary(i.result(), i.op(), to.apply(i.left()), to.apply(i.right()), i.span());
    }

    @Override
    public Instruction compare(Compare i) {
        return new Compare(i.result(), i.op(), to.apply(i.left()), to.apply(i.right()), i.span());
    }

    @Override
    public Instruction unary(Unary i) {
        return new Unary(i.result(), i.op(), to.apply(i.operand()), i.span());
    }

    @Override
    public Instruction convert(Convert i) {
        return new Convert(i.result(), i.op(), to.apply(i.operand()), i.span());
    }

    @Override
    public Instruction select(Select i) {
        return new Select(
                i.result(), to.apply(i.condition()), to.apply(i.whenTrue()), to.apply(i.whenFalse()), i.span());
    }

    @Override
    public Instruction packetLength(PacketLength i) {
        return new PacketLength(i.result(), to.apply(i.packet()), i.span());
    }

    @Override
    public Instruction packetLoad(PacketLoad i) {
        return new PacketLoad(i.result(), to.apply(i.packet()), to.apply(i.offset()), i.bytes(), i.order(), i.span());
    }

    @Override
    public Instruction packetStore(PacketStore i) {
        return new PacketStore(
                to.apply(i.packet()), to.apply(i.offset()), to.apply(i.value()), i.bytes(), i.order(), i.span());
    }

    @Override
    public Instruction packetRemove(PacketRemove i) {
        return new PacketRemove(to.apply(i.packet()), to.apply(i.offset()), to.apply(i.count()), i.span());
    }

    @Override
    public Instruction packetDrop(PacketDrop i) {
        return new PacketDrop(to.apply(i.packet()), i.reason(), i.span());
    }

    @Override
    public Instruction emit(Emit i) {
        return new Emit(i.port(), all(i.fields()), i.span());
    }

    @Override
    public Instruction skip(Skip i) {
        return i;
    }

    @Override
    public Instruction counterAdd(CounterAdd i) {
        return new CounterAdd(i.counter(), to.apply(i.amount()), i.span());
    }

    @Override
    public Instruction variableLoad(VariableLoad i) {
        return i;
    }

    @Override
    public Instruction variableStore(VariableStore i) {
        return new VariableStore(i.variable(), to.apply(i.value()), i.span());
    }

    @Override
    public Instruction tableFind(TableFind i) {
        return new TableFind(i.entry(), i.table(), all(i.key()), i.span());
    }

    @Override
    public Instruction entryPresent(EntryPresent i) {
        return new EntryPresent(i.result(), to.apply(i.entry()), i.span());
    }

    @Override
    public Instruction fieldLoad(FieldLoad i) {
        return new FieldLoad(i.result(), to.apply(i.entry()), i.table(), i.field(), i.span());
    }

    @Override
    public Instruction fieldStore(FieldStore i) {
        return new FieldStore(to.apply(i.entry()), i.table(), i.field(), to.apply(i.value()), i.span());
    }

    @Override
    public Instruction bytesLoad(BytesLoad i) {
        return new BytesLoad(i.result(), to.apply(i.entry()), i.table(), to.apply(i.offset()), i.bytes(), i.span());
    }

    @Override
    public Instruction bytesStore(BytesStore i) {
        return new BytesStore(to.apply(i.entry()), i.table(), to.apply(i.offset()), to.apply(i.value()), i.span());
    }

    @Override
    public Instruction bytesAdd(BytesAdd i) {
        return new BytesAdd(to.apply(i.entry()), i.table(), to.apply(i.offset()), to.apply(i.value()), i.span());
    }

    @Override
    public Instruction tableInsert(TableInsert i) {
        return new TableInsert(i.stored(), i.table(), all(i.key()), all(i.value()), i.mode(), i.span());
    }

    @Override
    public Instruction tableRemove(TableRemove i) {
        return new TableRemove(i.removed(), i.table(), all(i.key()), i.span());
    }

    @Override
    public Instruction call(Call i) {
        return new Call(i.results(), i.function(), all(i.arguments()), i.span());
    }

    @Override
    public Instruction hookCall(HookCall i) {
        return new HookCall(i.verdict(), i.hook(), to.apply(i.packet()), i.span());
    }
}

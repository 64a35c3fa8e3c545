package dev.toec.interp;

import dev.toec.ir.ByteOrder;
import dev.toec.ir.InsertMode;
import dev.toec.ir.Instruction;
import dev.toec.ir.IrType;
import dev.toec.ir.Table;
import dev.toec.ir.Value;
import java.util.List;
import java.util.function.Consumer;

/** Decodes instructions: values become slots, names become the stage's own resources. */
final class InstructionDecoder implements Instruction.Visitor<Op> {
    private final StageState stage;
    private final Slots slots;

    InstructionDecoder(StageState stage, Slots slots) {
        this.stage = stage;
        this.slots = slots;
    }

    private int slot(Value value) {
        return slots.of(value);
    }

    @Override
    public Op constant(Instruction.Constant i) {
        int d = slot(i.result());
        long bits = i.bits();
        return a -> a.integers[d] = bits;
    }

    @Override
    public Op binary(Instruction.Binary i) {
        return Arithmetic.binary(i.op(), i.result().type(), slot(i.result()), slot(i.left()), slot(i.right()));
    }

    @Override
    public Op compare(Instruction.Compare i) {
        return Arithmetic.compare(i.op(), i.left().type(), slot(i.result()), slot(i.left()), slot(i.right()));
    }

    @Override
    public Op unary(Instruction.Unary i) {
        return Arithmetic.unary(i.op(), i.result().type(), slot(i.result()), slot(i.operand()));
    }

    @Override
    public Op convert(Instruction.Convert i) {
        return Arithmetic.convert(i.op(), i.operand().type(), i.result().type(), slot(i.result()), slot(i.operand()));
    }

    @Override
    public Op select(Instruction.Select i) {
        int d = slot(i.result());
        int condition = slot(i.condition());
        int whenTrue = slot(i.whenTrue());
        int whenFalse = slot(i.whenFalse());
        return i.result().type().isInteger()
                ? Arithmetic.select(d, condition, whenTrue, whenFalse)
                : a -> a.references[d] = a.references[a.integers[condition] != 0 ? whenTrue : whenFalse];
    }

    @Override
    public Op packetLength(Instruction.PacketLength i) {
        int d = slot(i.result());
        int packet = slot(i.packet());
        return a -> a.integers[d] = a.packet(packet).length();
    }

    @Override
    public Op packetLoad(Instruction.PacketLoad i) {
        int d = slot(i.result());
        int packet = slot(i.packet());
        int offset = slot(i.offset());
        int bytes = i.bytes();
        ByteOrder order = i.order();
        return a -> a.integers[d] = a.packet(packet).load(a.integers[offset], bytes, order);
    }

    @Override
    public Op packetStore(Instruction.PacketStore i) {
        int packet = slot(i.packet());
        int offset = slot(i.offset());
        int value = slot(i.value());
        int bytes = i.bytes();
        ByteOrder order = i.order();
        return a -> a.packet(packet).store(a.integers[offset], a.integers[value], bytes, order);
    }

    @Override
    public Op packetRemove(Instruction.PacketRemove i) {
        int packet = slot(i.packet());
        int offset = slot(i.offset());
        int count = slot(i.count());
        return a -> a.packet(packet).remove(a.integers[offset], a.integers[count]);
    }

    @Override
    public Op packetDrop(Instruction.PacketDrop i) {
        int slot = slot(i.packet());
        Consumer<PacketBuffer> ended = stage.surroundings().drop(i.reason(), i.span());
        return a -> {
            PacketBuffer packet = a.packet(slot);
            packet.give(null);
            ended.accept(packet);
        };
    }

    @Override
    public Op emit(Instruction.Emit i) {
        int packetIndex = indexOfPacket(i.fields());
        int[] fields = slots.of(i.fields());
        Consumer<Item> outlet = stage.surroundings().outlet(i.port(), i.span());
        return a -> {
            long[] values = new long[fields.length];
            PacketBuffer packet = null;
            for (int f = 0; f < fields.length; f++) {
                if (f == packetIndex) {
                    packet = a.packet(fields[f]);
                    packet.give(null);
                } else {
                    values[f] = a.integers[fields[f]];
                }
            }
            outlet.accept(new Item(values, packet, packetIndex, a.task.item().origin()));
        };
    }

    private static int indexOfPacket(List<Value> fields) {
        return fields.stream().map(Value::type).toList().indexOf(IrType.PACKET);
    }

    @Override
    public Op skip(Instruction.Skip i) {
        Consumer<Item> skipped = stage.surroundings().skip(i.point());
        return a -> skipped.accept(a.task.item());
    }

    @Override
    public Op counterAdd(Instruction.CounterAdd i) {
        long[] counters = stage.counters();
        int counter = stage.counterIndex(i.counter());
        int amount = slot(i.amount());
        return a -> counters[counter] += a.integers[amount];
    }

    @Override
    public Op variableLoad(Instruction.VariableLoad i) {
        long[] variables = stage.variables();
        int d = slot(i.result());
        int variable = stage.variableIndex(i.variable());
        return a -> a.integers[d] = variables[variable];
    }

    @Override
    public Op variableStore(Instruction.VariableStore i) {
        long[] variables = stage.variables();
        int variable = stage.variableIndex(i.variable());
        int value = slot(i.value());
        return a -> variables[variable] = a.integers[value];
    }

    @Override
    public Op tableFind(Instruction.TableFind i) {
        TableState table = stage.table(i.table());
        int d = slot(i.entry());
        int[] key = slots.of(i.key());
        return a -> a.references[d] = table.find(gather(a, key));
    }

    @Override
    public Op entryPresent(Instruction.EntryPresent i) {
        int d = slot(i.result());
        int entry = slot(i.entry());
        return a -> a.integers[d] = a.references[entry] != null ? 1 : 0;
    }

    @Override
    public Op fieldLoad(Instruction.FieldLoad i) {
        int d = slot(i.result());
        int entry = slot(i.entry());
        int field = fieldIndex(i.table(), i.field());
        return a -> a.integers[d] = a.entry(entry).field(field);
    }

    @Override
    public Op fieldStore(Instruction.FieldStore i) {
        int entry = slot(i.entry());
        int field = fieldIndex(i.table(), i.field());
        int value = slot(i.value());
        return a -> a.entry(entry).setField(field, a.integers[value]);
    }

    private int fieldIndex(String table, String field) {
        Table declaration = stage.table(table).declaration();
        for (int i = 0; i < declaration.value().size(); i++) {
            if (declaration.value().get(i).name().equals(field)) {
                return i;
            }
        }
        throw new IllegalArgumentException("table " + table + " has no value field " + field);
    }

    @Override
    public Op bytesLoad(Instruction.BytesLoad i) {
        int d = slot(i.result());
        int entry = slot(i.entry());
        int offset = slot(i.offset());
        int bytes = i.bytes();
        return a -> a.integers[d] = a.entry(entry).load(a.integers[offset], bytes);
    }

    @Override
    public Op bytesStore(Instruction.BytesStore i) {
        int entry = slot(i.entry());
        int offset = slot(i.offset());
        int value = slot(i.value());
        int bytes = i.value().type().bits() / 8;
        return a -> a.entry(entry).store(a.integers[offset], a.integers[value], bytes);
    }

    @Override
    public Op bytesAdd(Instruction.BytesAdd i) {
        int slot = slot(i.entry());
        int offset = slot(i.offset());
        int value = slot(i.value());
        int bytes = i.value().type().bits() / 8;
        return a -> {
            Entry entry = a.entry(slot);
            long at = a.integers[offset];
            entry.store(at, entry.load(at, bytes) + a.integers[value], bytes);
        };
    }

    @Override
    public Op tableInsert(Instruction.TableInsert i) {
        TableState table = stage.table(i.table());
        int d = slot(i.stored());
        int[] key = slots.of(i.key());
        int[] value = slots.of(i.value());
        InsertMode mode = i.mode();
        return a -> a.integers[d] = table.insert(gather(a, key), gather(a, value), mode) ? 1 : 0;
    }

    @Override
    public Op tableRemove(Instruction.TableRemove i) {
        TableState table = stage.table(i.table());
        int d = slot(i.removed());
        int[] key = slots.of(i.key());
        return a -> a.integers[d] = table.remove(gather(a, key)) ? 1 : 0;
    }

    private static long[] gather(Activation a, int[] from) {
        long[] values = new long[from.length];
        for (int i = 0; i < from.length; i++) {
            values[i] = a.integers[from[i]];
        }
        return values;
    }

    @Override
    public Op call(Instruction.Call i) {
        Code callee = stage.function(i.function());
        int[] results = slots.of(i.results());
        int count = i.arguments().size();
        int[] from = slots.of(i.arguments());
        boolean[] integer = new boolean[count];
        for (int p = 0; p < count; p++) {
            integer[p] = i.arguments().get(p).type().isInteger();
        }
        return a -> {
            Activation called = a.task.enter(callee, a, results);
            for (int p = 0; p < count; p++) {
                int to = callee.parameterSlot(p);
                if (integer[p]) {
                    called.integers[to] = a.integers[from[p]];
                } else {
                    called.references[to] = a.references[from[p]];
                }
            }
        };
    }

    @Override
    public Op hookCall(Instruction.HookCall i) {
        int d = slot(i.verdict());
        int packet = slot(i.packet());
        String hook = i.hook();
        return a -> a.integers[d] = stage.runHook(hook, a.packet(packet)).ordinal();
    }
}

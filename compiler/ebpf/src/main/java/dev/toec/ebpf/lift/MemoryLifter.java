package dev.toec.ebpf.lift;

import dev.toec.diag.Code;
import dev.toec.ebpf.elf.Fault;
import dev.toec.ebpf.elf.Refusal;
import dev.toec.ebpf.lift.Variables.Variable;
import dev.toec.ebpf.load.LinkedProgram;
import dev.toec.ebpf.verify.Facts.StackRange;
import dev.toec.ebpf.verify.Shape.Kind;
import dev.toec.ir.BinaryOp;
import dev.toec.ir.ByteOrder;
import dev.toec.ir.Field;
import dev.toec.ir.FunctionBuilder;
import dev.toec.ir.Instruction;
import dev.toec.ir.IrType;
import dev.toec.ir.Table;
import dev.toec.ir.Value;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Translates accesses to the packet, map values, stacks and constants. */
final class MemoryLifter {
    private final LinkedProgram program;
    private final TableNames tables;
    private final Emitter emit;
    private final FunctionBuilder builder;
    private final Value packet;
    private final Atoms atoms;

    MemoryLifter(
            LinkedProgram program, TableNames tables, Emitter emit, Value packet, Collection<StackRange> stackRanges) {
        this.program = program;
        this.tables = tables;
        this.emit = emit;
        this.builder = emit.builder();
        this.packet = packet;
        this.atoms = new Atoms(stackRanges);
    }

    /** Every local on a stack must have a value on every path, read or not. */
    void initialise() {
        for (Atoms.Atom atom : atoms.all()) {
            builder.write(atom.local(), emit.constant(atom.local().type(), 0));
        }
    }

    /** The number in {@code bytes} bytes at {@code base + offset}. */
    Value load(Held base, Variable variable, int offset, int bytes) throws Refusal {
        IrType type = IrType.ofBits(bytes * 8);
        switch (base.kind()) {
            case PACKET, PACKET_META -> {
                Value result = builder.value("", type);
                Value at = emit.add(builder.read(variable.position()), offset);
                builder.add(new Instruction.PacketLoad(result, packet, at, bytes, ByteOrder.LITTLE, emit.span()));
                return result;
            }
            case VALUE -> {
                Value result = builder.value("", type);
                Value at = emit.add(builder.read(variable.within()), offset);
                Value entry = builder.read(variable.entry());
                builder.add(new Instruction.BytesLoad(
                        result, entry, tables.name(base.shape().object()), at, bytes, emit.span()));
                return result;
            }
            case STACK -> {
                return loadStack(base.shape().object(), base.shape().offset() + offset, bytes);
            }
            case READ_ONLY -> {
                long at = (long) base.shape().offset() + offset;
                return emit.constant(
                        type, program.readOnly().get(base.shape().object()).number(at, bytes));
            }
            default -> throw untranslatable("a load through " + base.kind());
        }
    }

    private Value loadStack(int frame, int offset, int bytes) {
        IrType type = IrType.ofBits(bytes * 8);
        Value result = null;
        for (Atoms.Atom atom : atoms.of(frame, offset, bytes)) {
            Value part = emit.resize(builder.read(atom.local()), type);
            Value count = emit.constant(type, (atom.offset() - offset) * 8L);
            Value shifted = result == null ? part : emit.binary(BinaryOp.SHL, part, count);
            result = result == null ? shifted : emit.binary(BinaryOp.OR, result, shifted);
        }
        return result;
    }

    /** Stores the low {@code bytes} bytes of {@code value} at {@code base + offset}. */
    void store(Held base, Variable variable, int offset, int bytes, Value value) throws Refusal {
        Value low = emit.resize(value, IrType.ofBits(bytes * 8));
        switch (base.kind()) {
            case PACKET, PACKET_META -> {
                Value at = emit.add(builder.read(variable.position()), offset);
                builder.add(new Instruction.PacketStore(packet, at, low, bytes, ByteOrder.LITTLE, emit.span()));
            }
            case VALUE -> {
                Value at = emit.add(builder.read(variable.within()), offset);
                String table = tables.name(base.shape().object());
                builder.add(new Instruction.BytesStore(builder.read(variable.entry()), table, at, low, emit.span()));
            }
            case STACK -> storeStack(base.shape().object(), base.shape().offset() + offset, bytes, low);
            default -> throw untranslatable("a store through " + base.kind());
        }
    }

    private void storeStack(int frame, int offset, int bytes, Value value) {
        for (Atoms.Atom atom : atoms.of(frame, offset, bytes)) {
            int shift = (atom.offset() - offset) * 8;
            Value shifted = shift == 0 ? value : emit.binary(BinaryOp.LSHR, value, emit.constant(value.type(), shift));
            builder.write(atom.local(), emit.resize(shifted, atom.local().type()));
        }
    }

    /** Sets a range of a stack to zero. */
    void clear(int frame, int offset, int bytes) {
        storeStack(frame, offset, bytes, emit.constant(IrType.ofBits(bytes * 8), 0));
    }

    /** Adds {@code value} to the number in {@code bytes} bytes at {@code base + offset}. */
    void add(Held base, Variable variable, int offset, int bytes, Value value) throws Refusal {
        Value low = emit.resize(value, IrType.ofBits(bytes * 8));
        if (base.kind() == Kind.VALUE) {
            Value at = emit.add(builder.read(variable.within()), offset);
            String table = tables.name(base.shape().object());
            builder.add(new Instruction.BytesAdd(builder.read(variable.entry()), table, at, low, emit.span()));
        } else {
            Value sum = emit.binary(BinaryOp.ADD, load(base, variable, offset, bytes), low);
            store(base, variable, offset, bytes, sum);
        }
    }

    /** The {@code bytes} bytes at {@code base} as the fields of a table's key or value. */
    List<Value> pieces(Held base, Variable variable, long bytes) throws Refusal {
        List<Value> values = new ArrayList<>();
        int offset = 0;
        for (Field piece : Table.pieces("", (int) bytes)) {
            values.add(load(base, variable, offset, piece.bytes()));
            offset += piece.bytes();
        }
        return values;
    }

    private static Refusal untranslatable(String what) {
        return Fault.of(Code.E0840, what + " cannot be translated").refusal();
    }
}

package dev.toec.ebpf.lift;

import dev.toec.ebpf.elf.Refusal;
import dev.toec.ebpf.lift.Variables.Variable;
import dev.toec.ebpf.load.MapDefinition;
import dev.toec.ir.FunctionBuilder;
import dev.toec.ir.InsertMode;
import dev.toec.ir.Instruction;
import dev.toec.ir.IrType;
import dev.toec.ir.Value;
import java.util.List;

/** Translates look-ups, updates and deletes of maps, with the kernel's return codes. */
final class MapLifter {
    /** {@code -ENOENT}: no entry of this key. */
    private static final long NO_ENTRY = -2;
    /** {@code -E2BIG}: the map is full. */
    private static final long FULL = -7;
    /** {@code -EEXIST}: there is an entry of this key. */
    private static final long EXISTS = -17;
    /** {@code -EINVAL}: no such flags. */
    private static final long INVALID = -22;

    private static final List<InsertMode> MODES = List.of(InsertMode.ANY, InsertMode.NEW, InsertMode.EXISTING);

    private final Emitter emit;
    private final FunctionBuilder builder;
    private final MemoryLifter memory;
    private final TableNames tables;

    MapLifter(Emitter emit, MemoryLifter memory, TableNames tables) {
        this.emit = emit;
        this.builder = emit.builder();
        this.memory = memory;
        this.tables = tables;
    }

    /** A reference to the entry of the key at {@code key}, or to none. */
    Value lookup(MapDefinition map, Held key, Variable keyVariable) throws Refusal {
        return find(map, memory.pieces(key, keyVariable, map.keyBytes()));
    }

    private Value find(MapDefinition map, List<Value> key) {
        Value entry = builder.value(TableNames.identifier(map.name()), IrType.ENTRY);
        builder.add(new Instruction.TableFind(entry, tables.name(map.index()), key, emit.span()));
        return entry;
    }

    /** Writes an entry; gives 0 or the kernel's negative error number. */
    Value update(MapDefinition map, Held key, Variable keyVariable, Held value, Variable valueVariable, long flags)
            throws Refusal {
        if (flags < 0 || flags >= MODES.size()) {
            return emit.constant(IrType.I64, INVALID);
        }
        List<Value> keys = memory.pieces(key, keyVariable, map.keyBytes());
        List<Value> values = memory.pieces(value, valueVariable, map.valueBytes());
        InsertMode mode = MODES.get((int) flags);
        Value stored = builder.value("stored", IrType.I1);
        builder.add(new Instruction.TableInsert(stored, tables.name(map.index()), keys, values, mode, emit.span()));
        return result(stored, refused(map, keys, mode));
    }

    /** Why nothing was stored. */
    private Value refused(MapDefinition map, List<Value> key, InsertMode mode) {
        if (mode != InsertMode.NEW) {
            return emit.constant(IrType.I64, mode == InsertMode.ANY ? FULL : NO_ENTRY);
        }
        Value present = builder.value("", IrType.I1);
        builder.add(new Instruction.EntryPresent(present, find(map, key), emit.span()));
        return emit.select(present, emit.constant(IrType.I64, EXISTS), emit.constant(IrType.I64, FULL));
    }

    private Value result(Value done, Value otherwise) {
        return emit.select(done, emit.constant(IrType.I64, 0), otherwise);
    }

    /** Removes an entry; gives 0 or the kernel's negative error number. */
    Value delete(MapDefinition map, Held key, Variable keyVariable) throws Refusal {
        Value removed = builder.value("removed", IrType.I1);
        List<Value> keys = memory.pieces(key, keyVariable, map.keyBytes());
        builder.add(new Instruction.TableRemove(removed, tables.name(map.index()), keys, emit.span()));
        return result(removed, emit.constant(IrType.I64, NO_ENTRY));
    }
}

package dev.toec.cgen;

import dev.toec.ir.Block;
import dev.toec.ir.Function;
import dev.toec.ir.Instruction;
import dev.toec.ir.Terminator;
import dev.toec.ir.Value;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds which table each entry reference belongs to: by where it was found, what reads it, and what it is handed on as. */
final class EntryTables {
    private final Map<Value, String> tables = new HashMap<>();

    EntryTables(Function function) {
        for (Block block : function.blocks()) {
            block.body().forEach(this::learn);
        }
        boolean learned = true;
        while (learned) {
            learned = false;
            for (Block block : function.blocks()) {
                for (Terminator.Target target : block.terminator().targets()) {
                    learned |= alike(function.block(target.block()).parameters(), target.arguments());
                }
            }
        }
    }

    /** The table of {@code entry}, where it can be told. */
    Optional<String> of(Value entry) {
        return Optional.ofNullable(tables.get(entry));
    }

    private void learn(Instruction instruction) {
        if (instruction instanceof Instruction.TableFind i) {
            tables.put(i.entry(), i.table());
        } else if (instruction instanceof Instruction.FieldLoad i) {
            tables.putIfAbsent(i.entry(), i.table());
        } else if (instruction instanceof Instruction.FieldStore i) {
            tables.putIfAbsent(i.entry(), i.table());
        } else if (instruction instanceof Instruction.BytesLoad i) {
            tables.putIfAbsent(i.entry(), i.table());
        } else if (instruction instanceof Instruction.BytesStore i) {
            tables.putIfAbsent(i.entry(), i.table());
        } else if (instruction instanceof Instruction.BytesAdd i) {
            tables.putIfAbsent(i.entry(), i.table());
        }
    }

    private boolean alike(List<Value> parameters, List<Value> arguments) {
        boolean learned = false;
        for (int i = 0; i < parameters.size(); i++) {
            String table = tables.get(arguments.get(i));
            learned |= table != null && tables.putIfAbsent(parameters.get(i), table) == null;
        }
        return learned;
    }
}

package dev.toec.target.nfp;

import dev.toec.graph.InstanceGraph.Link;
import dev.toec.ir.Function;
import dev.toec.ir.Instruction;
import dev.toec.ir.IrType;
import dev.toec.ir.Table;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a role needs of a microengine, roughly: nfcc decides. Code is counted per operation, after the sequences a public
 * back end for this chip uses, with the library expanded at every use.
 *
 * @param localMemory bytes
 * @param generalRegisters of a context, along the longest chain of calls
 * @param readRegisters most transfer registers of one command, in
 * @param writeRegisters the same, out
 * @param instructions of the role
 */
record ResourceEstimate(
        int localMemory, int generalRegisters, int readRegisters, int writeRegisters, int instructions) {
    /** struct toe_item, with the head of its packet. */
    private static final int ITEM_BYTES = 96;

    private static final int MAIN_INSTRUCTIONS = 40;
    private static final int FUNCTION_INSTRUCTIONS = 6;
    private static final int FIND_INSTRUCTIONS = 60;
    private static final int COMMAND = 12;
    /** A move of a packet's bytes takes eight registers each way. */
    private static final int MOVE_WORDS = 8;

    /** The head of a packet is read at once. */
    private static final int HEAD_WORDS = 16;

    static ResourceEstimate of(Firmware firmware, StageCode code) {
        int shared = code.stage().module().variables().stream()
                .mapToInt(v -> v.field().type() == IrType.I64 ? 8 : 4)
                .sum();
        int items = firmware.queue(code.stage()).itemWords();
        int key = tables(code).stream().mapToInt(l -> l.keyWords() + 1).max().orElse(0);
        int value = tables(code).stream()
                .mapToInt(l -> Math.min(l.valueWords(), 16))
                .max()
                .orElse(0);
        int out = code.outgoing().stream()
                .mapToInt(l -> outWords(firmware, l))
                .max()
                .orElse(0);
        int instructions = MAIN_INSTRUCTIONS + code.outgoing().size() * 3 * COMMAND;
        for (Function function : code.functions()) {
            instructions += FUNCTION_INSTRUCTIONS
                    + StageCode.instructions(function).stream()
                            .mapToInt(ResourceEstimate::weight)
                            .sum();
        }
        return new ResourceEstimate(
                shared + Chip.CONTEXTS * ITEM_BYTES,
                generalRegisters(code),
                Math.max(Math.max(items, key), HEAD_WORDS),
                Math.max(Math.max(out, Math.max(key, value)), MOVE_WORDS),
                instructions);
    }

    private static int generalRegisters(StageCode code) {
        Map<String, Function> callees = new HashMap<>();
        code.callees().forEach(f -> callees.put(f.name(), f));
        return code.stage().module().handlers().stream()
                .mapToInt(h -> RegisterPressure.ofChain(h.body(), callees))
                .max()
                .orElse(0);
    }

    private static List<TableLayout> tables(StageCode code) {
        return code.stage().module().tables().stream()
                .filter((Table t) -> !code.operations(t).isEmpty())
                .map(TableLayout::new)
                .toList();
    }

    private static int outWords(Firmware firmware, Link link) {
        return Math.max(Firmware.itemWords(firmware.work(link)), 4);
    }

    private static int weight(Instruction instruction) {
        if (instruction instanceof Instruction.TableFind
                || instruction instanceof Instruction.TableInsert
                || instruction instanceof Instruction.TableRemove) {
            return FIND_INSTRUCTIONS;
        }
        if (instruction instanceof Instruction.PacketRemove) {
            return 4 * COMMAND;
        }
        boolean touchesMemory = instruction instanceof Instruction.PacketLoad
                || instruction instanceof Instruction.PacketStore
                || instruction instanceof Instruction.PacketDrop
                || instruction instanceof Instruction.Skip
                || instruction instanceof Instruction.CounterAdd
                || instruction instanceof Instruction.FieldLoad
                || instruction instanceof Instruction.FieldStore
                || instruction instanceof Instruction.BytesLoad
                || instruction instanceof Instruction.BytesStore
                || instruction instanceof Instruction.BytesAdd;
        if (touchesMemory) {
            return COMMAND;
        }
        boolean isWide = instruction.results().stream().anyMatch(v -> v.type() == IrType.I64);
        return isWide ? 2 : 1;
    }
}

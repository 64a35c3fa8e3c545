package dev.toec.ebpf.load;

import dev.toec.ebpf.btf.LineTable;
import dev.toec.ebpf.elf.ByteView;
import dev.toec.ebpf.insn.Insn;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A program and the functions it calls, one after the other.
 *
 * @param insns one per slot; {@code null} in the second slot of an {@code lddw}
 * @param lines the line of C of each slot
 * @param functions names by first slot; the program itself is at 0
 * @param maps of the object, by number
 * @param readOnly contents of the object's sections of constants, by number
 */
public record LinkedProgram(
        String name,
        String section,
        List<Insn> insns,
        List<Optional<LineTable.CLine>> lines,
        Map<Integer, String> functions,
        List<MapDefinition> maps,
        Map<Integer, ByteView> readOnly) {
    public LinkedProgram {
        insns = Collections.unmodifiableList(insns);
        lines = List.copyOf(lines);
        functions = Map.copyOf(functions);
        maps = List.copyOf(maps);
        readOnly = Map.copyOf(readOnly);
    }

    /** The instruction at {@code slot}, or {@code null} in the middle of an {@code lddw}. */
    public Insn insn(int slot) {
        return insns.get(slot);
    }

    /** Slots it has. */
    public int slots() {
        return insns.size();
    }
}

package dev.toec.ebpf.load;

import dev.toec.diag.Code;
import dev.toec.ebpf.btf.LineTable;
import dev.toec.ebpf.elf.ByteView;
import dev.toec.ebpf.elf.Fault;
import dev.toec.ebpf.elf.Refusal;
import dev.toec.ebpf.elf.Relocation;
import dev.toec.ebpf.elf.Section;
import dev.toec.ebpf.elf.Symbol;
import dev.toec.ebpf.insn.Decoder;
import dev.toec.ebpf.insn.RawInsn;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Resolves what a program refers to, and lays the functions it calls behind it, each once. */
final class Linker {
    /** Most slots of a program with all its functions; the kernel's limit for a privileged user is higher. */
    static final int MAX_SLOTS = 1 << 16;

    private record Call(int slot, CodeRange callee) {}

    private final XdpObject object;
    private final List<RawInsn> slots = new ArrayList<>();
    private final List<Optional<LineTable.CLine>> lines = new ArrayList<>();
    private final Map<CodeRange, Integer> placed = new LinkedHashMap<>();
    private final Deque<CodeRange> waiting = new ArrayDeque<>();
    private final List<Call> calls = new ArrayList<>();
    private final Map<Section, Map<Long, Relocation>> relocations = new HashMap<>();
    private final Map<Integer, ByteView> readOnly = new HashMap<>();

    Linker(XdpObject object) {
        this.object = object;
    }

    LinkedProgram link(CodeRange program) throws Refusal {
        waiting.add(program);
        while (!waiting.isEmpty()) {
            place(waiting.remove());
        }
        for (Call call : calls) {
            int distance = placed.get(call.callee()) - call.slot() - 1;
            slots.set(call.slot(), slots.get(call.slot()).with(RawInsn.LOCAL, distance));
        }
        Map<Integer, String> functions = new HashMap<>();
        placed.forEach((range, slot) -> functions.put(slot, range.name()));
        return new LinkedProgram(
                program.name(),
                program.section().name(),
                Decoder.decode(slots),
                lines,
                functions,
                object.maps(),
                readOnly);
    }

    private void place(CodeRange range) throws Refusal {
        if (placed.putIfAbsent(range, slots.size()) != null) {
            return;
        }
        if (slots.size() + (range.end() - range.start()) / RawInsn.BYTES > MAX_SLOTS) {
            throw Fault.of(Code.E0829, "the program has more than " + MAX_SLOTS + " instructions")
                    .withFix("split it into several programs")
                    .refusal();
        }
        Map<Long, Relocation> places = relocationsOf(range.section());
        for (long at = range.start(); at < range.end(); at += RawInsn.BYTES) {
            slots.add(RawInsn.read(range.section().data(), at));
            lines.add(object.lines().lineAt(range.section().name(), at));
        }
        int first = placed.get(range);
        for (long at = range.start(); at < range.end(); at += RawInsn.BYTES) {
            int slot = first + (int) ((at - range.start()) / RawInsn.BYTES);
            at += resolve(range, at, slot, places.get(at));
        }
    }

    private Map<Long, Relocation> relocationsOf(Section section) throws Refusal {
        Map<Long, Relocation> found = relocations.get(section);
        if (found == null) {
            found = new HashMap<>();
            for (Relocation relocation : object.elf().relocations(section)) {
                found.put(relocation.offset(), relocation);
            }
            relocations.put(section, found);
        }
        return found;
    }

    /** Resolves one instruction; gives the bytes of further slots it takes. */
    private int resolve(CodeRange range, long at, int slot, Relocation relocation) throws Refusal {
        RawInsn raw = slots.get(slot);
        if (raw.opcode() == RawInsn.LDDW) {
            if (at + RawInsn.BYTES >= range.end()) {
                // Another function's first slot must not become the second half.
                throw unresolved(slot, "the function ends within `lddw`", "compile the object again");
            }
            resolveImmediate(slot, raw, relocation);
            return RawInsn.BYTES;
        }
        if (raw.opcode() == RawInsn.CALL && raw.source() == RawInsn.LOCAL) {
            CodeRange callee = callee(range, at, slot, raw, relocation);
            calls.add(new Call(slot, callee));
            waiting.add(callee);
        } else if (relocation != null) {
            String name = relocation.symbol().name();
            throw unresolved(slot, "`" + name + "` is called, but it is not in the object", "define it in the object");
        }
        return 0;
    }

    private void resolveImmediate(int slot, RawInsn raw, Relocation relocation) throws Refusal {
        if (relocation == null) {
            if (raw.source() != 0) {
                throw unresolved(
                        slot, "`lddw` refers to something the object does not name", "compile the object again");
            }
            return;
        }
        if (relocation.type() != Relocation.IMMEDIATE_64) {
            throw unresolved(slot, "a relocation of type " + relocation.type() + " is not known", "compile with clang");
        }
        if (raw.source() > RawInsn.SECTION_VALUE) {
            throw unresolved(slot, "`lddw` refers to neither a map nor data", "compile the object again");
        }
        Symbol symbol = relocation.symbol();
        long offset = symbol.value() + raw.immediate();
        MapDefinition map = object.mapPlaces().get(new MapReader.Place(symbol.section(), offset));
        if (map != null && slots.get(slot + 1).immediate() != 0) {
            throw unresolved(
                    slot, "`lddw` refers to a place behind map `" + map.name() + "`", "compile the object again");
        }
        if (map != null) {
            set(slot, raw.with(RawInsn.MAP, map.index()), 0);
        } else {
            resolveData(slot, raw, symbol, offset);
        }
    }

    private void resolveData(int slot, RawInsn raw, Symbol symbol, long offset) throws Refusal {
        if (symbol.section() == 0) {
            throw unresolved(
                    slot,
                    "`" + symbol.name() + "` is defined outside of the object",
                    "toec has no kernel symbols or configuration values; define it in the object");
        }
        Section section = object.elf().sections().stream()
                .filter(s -> s.index() == symbol.section())
                .findFirst()
                .orElse(null);
        if (section == null || !section.isReadOnlyData()) {
            String place = section == null ? "no section" : "section " + section.name();
            String name = symbol.name().isEmpty() || symbol.isSection() ? "something" : "`" + symbol.name() + "`";
            throw unresolved(
                    slot,
                    "it refers to " + name + " in " + place + ", which is not supported",
                    "keep the value in a map, or make the variable `const`");
        }
        readOnly.put(section.index(), section.data());
        set(slot, raw.with(RawInsn.SECTION_VALUE, section.index()), (int) offset);
    }

    private void set(int slot, RawInsn first, int second) {
        slots.set(slot, first);
        slots.set(slot + 1, slots.get(slot + 1).with(slots.get(slot + 1).source(), second));
    }

    private CodeRange callee(CodeRange caller, long at, int slot, RawInsn raw, Relocation relocation) throws Refusal {
        long distance = (raw.immediate() + 1L) * RawInsn.BYTES;
        Section section = caller.section();
        long target = at + distance;
        if (relocation != null) {
            section = object.elf().section(relocation.symbol().section(), "a call");
            target = relocation.symbol().value() + distance;
        }
        if (section.isCode()) {
            for (CodeRange candidate : object.functions(section)) {
                if (candidate.start() == target) {
                    return candidate;
                }
            }
        }
        String name = relocation == null ? "" : " `" + relocation.symbol().name() + "`";
        throw unresolved(slot, "the called function" + name + " is not in the object", "define it in the object");
    }

    private static Refusal unresolved(int slot, String what, String fix) {
        return Fault.of(Code.E0807, what).at(slot).withFix(fix).refusal();
    }
}

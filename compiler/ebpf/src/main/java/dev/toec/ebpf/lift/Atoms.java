package dev.toec.ebpf.lift;

import dev.toec.ebpf.verify.Facts.StackRange;
import dev.toec.ir.FunctionBuilder.Local;
import dev.toec.ir.IrType;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The numbers on the stacks as locals: each stack is cut wherever any access begins or ends, so that every access is a whole
 * number of atoms of 1, 2, 4 or 8 bytes.
 */
final class Atoms {
    /**
     * A piece of a stack.
     *
     * @param offset from the frame pointer
     */
    record Atom(int offset, int bytes, Local local) {}

    private final Map<Integer, TreeMap<Integer, Atom>> frames = new HashMap<>();

    Atoms(Collection<StackRange> ranges) {
        Map<Integer, TreeSet<Integer>> cuts = new HashMap<>();
        for (StackRange range : ranges) {
            TreeSet<Integer> frame = cuts.computeIfAbsent(range.frame(), f -> new TreeSet<>());
            frame.add(range.offset());
            frame.add(range.offset() + range.bytes());
        }
        for (StackRange range : ranges) {
            cut(range, cuts.get(range.frame()));
        }
    }

    private void cut(StackRange range, TreeSet<Integer> cuts) {
        int end = range.offset() + range.bytes();
        for (int from = range.offset(); from < end; ) {
            int to = cuts.higher(from);
            for (int at = from; at < to; ) {
                int bytes = Math.min(8, Integer.highestOneBit(to - at));
                atomAt(range.frame(), at, bytes);
                at += bytes;
            }
            from = to;
        }
    }

    private void atomAt(int frame, int offset, int bytes) {
        String name = "stack" + (frame == 0 ? "" : frame + "_") + -offset;
        frames.computeIfAbsent(frame, f -> new TreeMap<>())
                .computeIfAbsent(offset, o -> new Atom(o, bytes, new Local(name, IrType.ofBits(bytes * 8))));
    }

    /** The atoms of a range that was accessed, lowest first. */
    List<Atom> of(int frame, int offset, int bytes) {
        return List.copyOf(frames.get(frame).subMap(offset, offset + bytes).values());
    }

    /** All atoms of all stacks. */
    List<Atom> all() {
        List<Atom> all = new ArrayList<>();
        frames.values().forEach(f -> all.addAll(f.values()));
        return all;
    }
}

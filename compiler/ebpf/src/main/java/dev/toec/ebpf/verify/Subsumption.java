package dev.toec.ebpf.verify;

import dev.toec.ebpf.verify.Register.Pointer;
import dev.toec.ebpf.verify.Register.Scalar;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Decides whether everything that can happen from one state was explored from another. Identities are compared up to
 * renaming.
 */
final class Subsumption {
    private final Liveness liveness;
    private final List<BitSet> loaded;
    private final boolean exact;
    private final Map<Integer, Integer> renamed = new HashMap<>();
    private final Map<Integer, Integer> back = new HashMap<>();

    private Subsumption(Liveness liveness, List<BitSet> loaded, boolean exact) {
        this.liveness = liveness;
        this.loaded = loaded;
        this.exact = exact;
    }

    /**
     * Whether {@code old} covers {@code now}.
     *
     * @param loaded bytes of each frame's stack that are loaded anywhere: others need only be written
     */
    static boolean covers(State old, State now, Liveness liveness, List<BitSet> loaded) {
        return new Subsumption(liveness, loaded, false).states(old, now);
    }

    /** Whether both are the same in all that matters: a loop came back to where it was. */
    static boolean same(State old, State now, Liveness liveness, List<BitSet> loaded) {
        return new Subsumption(liveness, loaded, true).states(old, now);
    }

    private boolean states(State old, State now) {
        if (old.depth() != now.depth()) {
            return false;
        }
        for (int i = 0; i <= old.depth(); i++) {
            if (old.frames().get(i).returnSlot != now.frames().get(i).returnSlot) {
                return false;
            }
        }
        for (int i = old.depth(); i >= 0; i--) {
            int slot = i == old.depth() ? old.slot : old.frames().get(i + 1).returnSlot;
            if (!registers(old.frames().get(i), now.frames().get(i), slot)) {
                return false;
            }
        }
        for (int i = 0; i <= old.depth(); i++) {
            if (!stacks(old.frames().get(i).stack(), now.frames().get(i).stack(), loaded.get(i))) {
                return false;
            }
        }
        return true;
    }

    private boolean registers(Frame old, Frame now, int slot) {
        for (int register = 0; register < 10; register++) {
            byte level = liveness.at(slot, register);
            if (level != Liveness.DEAD && !covers(old.get(register), now.get(register), level == Liveness.PRECISE)) {
                return false;
            }
        }
        return true;
    }

    private boolean covers(Register old, Register now, boolean precise) {
        if (!old.shape().equals(now.shape())) {
            return false;
        }
        if (old instanceof Scalar a) {
            return !precise && !exact || scalars(a, (Scalar) now);
        }
        return !(old instanceof Pointer p) || pointers(p, (Pointer) now);
    }

    private boolean scalars(Scalar old, Scalar now) {
        return bounds(old.bounds(), now.bounds()) && (old.id() == 0 || identities(old.id(), now.id()));
    }

    private boolean pointers(Pointer old, Pointer now) {
        return old.offset() == now.offset()
                && (exact ? old.proven() == now.proven() : old.proven() <= now.proven())
                && bounds(old.variable(), now.variable())
                && identities(old.id(), now.id());
    }

    private boolean bounds(Bounds old, Bounds now) {
        return exact ? old.equals(now) : old.covers(now);
    }

    private boolean identities(int old, int now) {
        if (old == 0 || now == 0) {
            return old == now;
        }
        Integer to = renamed.putIfAbsent(old, now);
        Integer from = back.putIfAbsent(now, old);
        return (to == null || to == now) && (from == null || from == old);
    }

    private boolean stacks(Stack old, Stack now, BitSet read) {
        if (old == now) {
            return true;
        }
        for (int i = 0; i < Stack.BYTES; i++) {
            Stack.Stored a = old.cell(i);
            Stack.Stored b = now.cell(i);
            boolean seen = a == null && !exact || a == b || i > 0 && a == old.cell(i - 1) && b == now.cell(i - 1);
            if (!seen && (a == null || b == null || !stored(a, b, read))) {
                return false;
            }
        }
        return true;
    }

    private boolean stored(Stack.Stored old, Stack.Stored now, BitSet read) {
        boolean sameRange = old.start() == now.start() && old.bytes() == now.bytes();
        boolean addresses =
                old.register().shape().isPointer() || now.register().shape().isPointer();
        if (addresses) {
            return sameRange && covers(old.register(), now.register(), true);
        }
        int next = read.nextSetBit(old.start());
        boolean isRead = next >= 0 && next < old.start() + old.bytes();
        if (!isRead && !exact) {
            return true;
        }
        boolean anything = old.register() instanceof Scalar s
                && s.id() == 0
                && s.bounds().covers(Bounds.unsigned(old.bytes() * 8));
        return anything && !exact || sameRange && covers(old.register(), now.register(), true);
    }
}

package dev.toec.ebpf.lift;

import dev.toec.ebpf.insn.Insn;
import dev.toec.ebpf.load.LinkedProgram;
import dev.toec.ebpf.verify.ControlFlow;
import dev.toec.ebpf.verify.Verifier.Proof;
import java.util.BitSet;

/** Which addresses on the stack may still be loaded, by a backward analysis; a stale one must not split blocks. */
final class SlotLiveness {
    private static final int STACK_BYTES = 512;
    private static final int ADDRESS_BYTES = 8;

    private final LinkedProgram program;
    private final ControlFlow flow;
    private final BitSet[] before;
    /** Slots loaded through another register than the frame pointer: live everywhere. */
    private final BitSet always = new BitSet();

    SlotLiveness(Proof proof) {
        this.program = proof.program();
        this.flow = proof.flow();
        this.before = new BitSet[program.slots()];
        collectIndirect(proof);
        boolean changed = true;
        while (changed) {
            changed = false;
            for (int slot = program.slots() - 1; slot >= 0; slot--) {
                changed |= program.insn(slot) != null && update(slot);
            }
        }
    }

    private void collectIndirect(Proof proof) {
        for (int slot = 0; slot < program.slots(); slot++) {
            if (program.insn(slot) instanceof Insn.Load load
                    && load.bytes() == ADDRESS_BYTES
                    && load.base() != Insn.FRAME_POINTER) {
                proof.facts().stackOffsets(slot, load.base()).forEach(o -> always.set(index(o + load.offset())));
            }
        }
    }

    private static int index(int offset) {
        return Math.min(Math.max(STACK_BYTES + offset, 0), STACK_BYTES);
    }

    private boolean update(int slot) {
        BitSet live = new BitSet();
        for (int next : flow.successors(slot)) {
            if (before[next] != null) {
                live.or(before[next]);
            }
        }
        Insn insn = program.insn(slot);
        if (insn instanceof Insn.Store store && isSlot(store.base(), store.bytes())) {
            live.clear(index(store.offset()));
        } else if (insn instanceof Insn.Load load && isSlot(load.base(), load.bytes())) {
            live.set(index(load.offset()));
        }
        boolean changed = !live.equals(before[slot]);
        before[slot] = live;
        return changed;
    }

    private static boolean isSlot(int base, int bytes) {
        return base == Insn.FRAME_POINTER && bytes == ADDRESS_BYTES;
    }

    /** Whether the address at {@code offset} may be loaded at or after the instruction at {@code slot}. */
    boolean isLive(int slot, int offset) {
        return always.get(index(offset)) || before[slot].get(index(offset));
    }
}

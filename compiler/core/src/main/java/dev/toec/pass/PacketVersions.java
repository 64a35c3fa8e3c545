package dev.toec.pass;

import dev.toec.ir.ControlFlow;
import dev.toec.ir.Instruction;
import java.util.Arrays;
import java.util.function.Predicate;

/**
 * Numbers the states a packet goes through: between two places of equal version no changing instruction can run. Each
 * such instruction begins a version of its own, and so does a block where different versions meet.
 */
final class PacketVersions {
    private static final int UNKNOWN = -1;

    private final ControlFlow flow;
    private final Predicate<Instruction> changes;
    private final int[] atStart;
    private final int[] firstInside;
    private final int[] changesInside;

    /** The versions of packets in {@code flow}, changed by what {@code changes} says. */
    PacketVersions(ControlFlow flow, Predicate<Instruction> changes) {
        this.flow = flow;
        this.changes = changes;
        atStart = new int[flow.size()];
        firstInside = new int[flow.size()];
        changesInside = new int[flow.size()];
        int next = flow.size() + 1;
        for (int b = 0; b < flow.size(); b++) {
            firstInside[b] = next;
            for (Instruction instruction : flow.block(b).body()) {
                changesInside[b] += changes.test(instruction) ? 1 : 0;
            }
            next += changesInside[b];
        }
        solve();
    }

    private void solve() {
        Arrays.fill(atStart, UNKNOWN);
        atStart[0] = 0;
        boolean changed = true;
        while (changed) {
            changed = false;
            for (int b : flow.reversePostorder()) {
                int found = b == 0 ? 0 : meeting(b);
                changed |= atStart[b] != found;
                atStart[b] = found;
            }
        }
    }

    private int meeting(int block) {
        int found = UNKNOWN;
        int own = block + 1;
        if (atStart[block] == own) {
            return own;
        }
        for (int source : flow.predecessors(block)) {
            int version = atEnd(source);
            if (version != UNKNOWN && found != UNKNOWN && version != found) {
                return own;
            }
            found = version == UNKNOWN ? found : version;
        }
        return found;
    }

    private int atEnd(int block) {
        return changesInside[block] == 0 ? atStart[block] : firstInside[block] + changesInside[block] - 1;
    }

    /** The version at the start of block {@code block}. */
    int atStart(int block) {
        return atStart[block];
    }

    /** The version behind the {@code count}-th changing instruction of block {@code block}, from 1. */
    int after(int block, int count) {
        return firstInside[block] + count - 1;
    }

    /** Whether {@code instruction} begins a version. */
    boolean changes(Instruction instruction) {
        return changes.test(instruction);
    }
}

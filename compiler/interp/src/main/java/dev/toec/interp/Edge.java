package dev.toec.interp;

import dev.toec.ir.Block;
import dev.toec.ir.Terminator;
import dev.toec.ir.Value;

/** A jump into a block: all arguments are read before any parameter is written. */
final class Edge {
    private final int[] fromIntegers;
    private final int[] toIntegers;
    private final int[] fromReferences;
    private final int[] toReferences;
    private final long[] integers;
    private final Object[] references;
    private int start;

    Edge(Terminator.Target target, Block block, Slots slots) {
        fromIntegers = pick(target.arguments(), true, slots);
        toIntegers = pick(block.parameters(), true, slots);
        fromReferences = pick(target.arguments(), false, slots);
        toReferences = pick(block.parameters(), false, slots);
        integers = new long[toIntegers.length];
        references = new Object[toReferences.length];
    }

    private static int[] pick(java.util.List<Value> values, boolean integers, Slots slots) {
        return values.stream()
                .filter(v -> v.type().isInteger() == integers)
                .mapToInt(slots::of)
                .toArray();
    }

    /** Sets where the block's code begins, which is known after all code is laid out. */
    void land(int at) {
        start = at;
    }

    void follow(Activation a) {
        if (integers.length == 1) {
            a.integers[toIntegers[0]] = a.integers[fromIntegers[0]];
        } else if (integers.length > 1) {
            moveIntegers(a.integers);
        }
        if (references.length > 0) {
            moveReferences(a.references);
        }
        a.next = start;
    }

    private void moveIntegers(long[] slots) {
        for (int i = 0; i < integers.length; i++) {
            integers[i] = slots[fromIntegers[i]];
        }
        for (int i = 0; i < integers.length; i++) {
            slots[toIntegers[i]] = integers[i];
        }
    }

    private void moveReferences(Object[] slots) {
        for (int i = 0; i < references.length; i++) {
            references[i] = slots[fromReferences[i]];
        }
        for (int i = 0; i < references.length; i++) {
            slots[toReferences[i]] = references[i];
        }
    }
}

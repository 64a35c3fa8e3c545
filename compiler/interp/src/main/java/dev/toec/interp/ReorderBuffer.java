package dev.toec.interp;

import dev.toec.graph.InstanceGraph;
import dev.toec.source.Span;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;

/** A reorder point at work: lets items and skips pass by number, each number once, and keeps what is early. */
public final class ReorderBuffer {
    /** An early item and where it goes, or a skip, which has neither. */
    private record Early(Item item, Consumer<Item> to) {
        private static final Early SKIP = new Early(null, null);
    }

    private final InstanceGraph.ReorderPoint point;
    private final int sequence;
    private final Map<Long, Early> early = new HashMap<>();
    private long next;

    /** @param sequence its index in the graph */
    ReorderBuffer(InstanceGraph.ReorderPoint point, int sequence) {
        this.point = point;
        this.sequence = sequence;
    }

    /** The point's name, {@code sequence@consumer}. */
    public String name() {
        return point.name();
    }

    /** The number it waits for. */
    public long next() {
        return next;
    }

    /** Items and skips that wait for that number. */
    public int waiting() {
        return early.size();
    }

    void arrive(Item item, Consumer<Item> to) {
        if (number(item) < 0) {
            throw new Trap("an item without a number of sequence " + point.sequence() + " arrives at reorder point "
                    + point.name());
        }
        accept(number(item), new Early(item, to));
    }

    /** Takes the skip of an item; one that has no number of this sequence has nothing to skip. */
    void skip(Item item) {
        if (number(item) >= 0) {
            accept(number(item), Early.SKIP);
        }
    }

    private long number(Item item) {
        return item.origin().numbers()[sequence];
    }

    private void accept(long number, Early arrival) {
        if (number < next || early.putIfAbsent(number, arrival) != null) {
            throw new Trap("number " + number + " arrives twice at reorder point " + point.name());
        }
        for (Early due = early.remove(next); due != null; due = early.remove(next)) {
            next++;
            if (due != Early.SKIP) {
                due.to.accept(due.item);
            }
        }
    }

    /** Called at the end: every number that was given out must have passed. */
    void close(long given) {
        if (next != given) {
            throw new InterpreterFault(
                    "reorder point " + point.name(),
                    Span.NONE,
                    InterpreterFault.NO_PACKET,
                    "stalled: number " + next + " of " + given + " neither arrived nor was skipped, and " + early.size()
                            + " later ones wait");
        }
    }
}

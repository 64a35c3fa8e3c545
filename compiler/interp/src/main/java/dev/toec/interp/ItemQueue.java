package dev.toec.interp;

import java.util.ArrayDeque;
import java.util.Queue;

/** Items in front of a stage, in the order they were sent. Unbounded: how long a queue may be is a matter of targets. */
final class ItemQueue {
    /**
     * @param handler of the in port it goes to
     * @param stamp counts all deliveries of a world, so that heads of queues can be compared
     */
    record Delivery(Item item, Code handler, long stamp) {}

    private final Queue<Delivery> deliveries = new ArrayDeque<>();

    void add(Delivery delivery) {
        deliveries.add(delivery);
    }

    boolean isEmpty() {
        return deliveries.isEmpty();
    }

    int size() {
        return deliveries.size();
    }

    /** The stamp of its head; the greatest number if it is empty. */
    long headStamp() {
        return deliveries.isEmpty() ? Long.MAX_VALUE : deliveries.peek().stamp();
    }

    Delivery take() {
        return deliveries.remove();
    }
}

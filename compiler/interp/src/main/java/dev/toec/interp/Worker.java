package dev.toec.interp;

import java.util.List;
import java.util.function.ToIntFunction;

/** One replica of a stage: takes items from the stage's queues and handles them, one at a time. */
final class Worker {
    private final Task task;
    private final List<ItemQueue> queues;

    Worker(StageState stage, List<ItemQueue> queues) {
        this.task = new Task(stage);
        this.queues = queues;
    }

    /** Whether it has anything to do. */
    boolean isReady() {
        return !task.isIdle() || queues.stream().anyMatch(q -> !q.isEmpty());
    }

    /** The stamp of its earliest item; the greatest number if there is none. */
    long headStamp() {
        long first = Long.MAX_VALUE;
        for (ItemQueue queue : queues) {
            first = Math.min(first, queue.headStamp());
        }
        return first;
    }

    /** Handles its earliest item to the end. */
    void handleNext() {
        long first = headStamp();
        for (ItemQueue queue : queues) {
            if (queue.headStamp() == first) {
                begin(queue);
                task.run();
                return;
            }
        }
    }

    /**
     * Goes on with its item, or begins with one.
     *
     * @param choice picks one of a number of queues
     * @param budget most instructions to run
     */
    void advance(ToIntFunction<List<ItemQueue>> choice, int budget) {
        if (task.isIdle()) {
            List<ItemQueue> filled = queues.stream().filter(q -> !q.isEmpty()).toList();
            begin(filled.get(choice.applyAsInt(filled)));
        }
        task.run(budget);
    }

    private void begin(ItemQueue queue) {
        ItemQueue.Delivery delivery = queue.take();
        task.handle(delivery.handler(), delivery.item());
    }
}

package dev.toec.interp;

/** One replica of a stage: takes items from the stage's queue and handles them, one at a time. */
final class Worker {
    private final Task task;
    private final ItemQueue queue;

    Worker(StageState stage, ItemQueue queue) {
        this.task = new Task(stage);
        this.queue = queue;
    }

    /** Whether it has anything to do. */
    boolean isReady() {
        return !task.isIdle() || !queue.isEmpty();
    }

    /** The stamp of the item it would take; the greatest number if there is none. */
    long headStamp() {
        return queue.headStamp();
    }

    /** Handles its next item to the end. */
    void handleNext() {
        begin();
        task.run();
    }

    /** Goes on with its item, or begins with one, for at most {@code budget} instructions. */
    void advance(int budget) {
        if (task.isIdle()) {
            begin();
        }
        task.run(budget);
    }

    private void begin() {
        ItemQueue.Delivery delivery = queue.take();
        task.handle(delivery.handler(), delivery.item());
    }
}

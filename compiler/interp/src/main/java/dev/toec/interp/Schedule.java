package dev.toec.interp;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.IntConsumer;

/** Decides which actor of a world goes on: the receivers of its ports and the replicas of its stages. */
final class Schedule {
    private static final int SHORT_RUN = 8;
    private static final int LONG_RUN = 256;

    private Schedule() {}

    /** The meaning: a frame arrives when the one before it, and all it set going, is done with. */
    static void sequential(World world) {
        while (world.hasArrivals()) {
            world.receive();
            for (Worker next = first(world); next != null; next = first(world)) {
                next.handleNext();
            }
        }
    }

    /** The worker with the earliest item, or {@code null} if there is no item. */
    private static Worker first(World world) {
        Worker first = null;
        long stamp = Long.MAX_VALUE;
        for (Worker worker : world.workers()) {
            if (worker.headStamp() < stamp) {
                stamp = worker.headStamp();
                first = worker;
            }
        }
        return first;
    }

    /**
     * Any legal interleaving: an actor chosen at random runs for a random number of instructions, and so on. Frames still
     * arrive in the order of their times, as a capture says they did. One seed gives one interleaving.
     */
    static void random(World world, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        List<IntConsumer> ready = new ArrayList<>();
        for (collect(world, ready); !ready.isEmpty(); collect(world, ready)) {
            int longest = random.nextInt(8) == 0 ? LONG_RUN : SHORT_RUN;
            ready.get(random.nextInt(ready.size())).accept(1 + random.nextInt(longest));
        }
    }

    private static void collect(World world, List<IntConsumer> ready) {
        ready.clear();
        for (ExternalPort port : world.ports()) {
            if (world.arrivesAt(port)) {
                ready.add(budget -> world.receive());
            }
        }
        for (Worker worker : world.workers()) {
            if (worker.isReady()) {
                ready.add(worker::advance);
            }
        }
    }
}

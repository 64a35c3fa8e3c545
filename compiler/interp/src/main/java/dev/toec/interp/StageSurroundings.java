package dev.toec.interp;

import java.util.function.Consumer;

/** A stage's place in its world. */
record StageSurroundings(World world, String stage) implements Surroundings {
    @Override
    public Consumer<Item> outlet(String port) {
        return world.outlet(stage, port);
    }

    @Override
    public Consumer<Item> skip(String point) {
        return world.reorderBuffer(point)::skip;
    }

    @Override
    public Consumer<PacketBuffer> drop(String reason) {
        return packet -> world.drop(reason);
    }
}

package dev.toec.interp;

import dev.toec.source.Span;
import java.util.function.Consumer;

/** A stage's place in its world. */
record StageSurroundings(World world, String stage) implements Surroundings {
    @Override
    public Consumer<Item> outlet(String port, Span place) {
        return world.outlet(stage, port);
    }

    @Override
    public Consumer<Item> skip(String point) {
        return world.reorderBuffer(point)::skip;
    }

    @Override
    public Consumer<PacketBuffer> drop(String reason, Span place) {
        return packet -> world.drop(reason);
    }
}

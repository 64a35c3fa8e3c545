package dev.toec.interp;

import dev.toec.source.Span;
import java.util.function.Consumer;

/** Where the effects of a stage on others go: the rest of the pipeline, or a test. */
interface Surroundings {
    /** What takes the items emitted on {@code port} at {@code place}. */
    Consumer<Item> outlet(String port, Span place);

    /** What is told that the number of an item will not arrive at reorder point {@code point}. */
    Consumer<Item> skip(String point);

    /** What is told of a packet that ends for {@code reason} at {@code place}. */
    Consumer<PacketBuffer> drop(String reason, Span place);
}

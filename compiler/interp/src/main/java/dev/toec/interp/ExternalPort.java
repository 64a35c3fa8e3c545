package dev.toec.interp;

import dev.toec.engine.Frame;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** An external port at work: what it received and transmitted so far. */
final class ExternalPort {
    private final String name;
    private final boolean[] numbered;
    private final List<Frame> transmitted = new ArrayList<>();
    private Consumer<Item> received;
    private long count;

    /** @param numbered per sequence of the graph, whether packets received here take a number */
    ExternalPort(String name, boolean[] numbered) {
        this.name = name;
        this.numbered = numbered;
    }

    String name() {
        return name;
    }

    void connect(Consumer<Item> to) {
        received = to;
    }

    boolean isConnected() {
        return received != null;
    }

    void count() {
        count++;
    }

    /** Sends a packet into the pipeline, with the next number of each sequence this port takes part in. */
    void receive(PacketBuffer packet, long[] given) {
        long[] numbers = new long[given.length];
        for (int i = 0; i < given.length; i++) {
            numbers[i] = numbered[i] ? given[i]++ : -1;
        }
        received.accept(Item.of(packet, new Item.Origin(packet.number(), numbers)));
    }

    void transmit(Item item) {
        transmitted.add(new Frame(item.packet().nanos(), item.packet().toBytes()));
    }

    long receivedFrames() {
        return count;
    }

    List<Frame> transmittedFrames() {
        return List.copyOf(transmitted);
    }
}

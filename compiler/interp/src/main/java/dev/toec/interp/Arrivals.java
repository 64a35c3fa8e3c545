package dev.toec.interp;

import dev.toec.engine.Frame;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;

/**
 * The frames of all ports in the order they arrive: the earliest head first, heads of one time in the ports' order of
 * declaration. Frames of one port keep their order even where their times do not.
 */
final class Arrivals {
    private record Head(int port, List<Frame> frames, int index) {
        Frame frame() {
            return frames.get(index);
        }
    }

    private static final Comparator<Head> FIRST =
            Comparator.comparingLong((Head h) -> h.frame().nanos()).thenComparingInt(Head::port);

    private final List<String> ports;
    private final PriorityQueue<Head> heads = new PriorityQueue<>(FIRST);

    Arrivals(List<String> ports, Map<String, List<Frame>> frames) {
        this.ports = new ArrayList<>(ports);
        for (int i = 0; i < ports.size(); i++) {
            push(new Head(i, frames.getOrDefault(ports.get(i), List.of()), 0));
        }
    }

    private void push(Head head) {
        if (head.index() < head.frames().size()) {
            heads.add(head);
        }
    }

    boolean isEmpty() {
        return heads.isEmpty();
    }

    /** The port the next frame arrives at. */
    String nextPort() {
        return ports.get(heads.peek().port());
    }

    Frame take() {
        Head head = heads.remove();
        push(new Head(head.port(), head.frames(), head.index() + 1));
        return head.frame();
    }
}

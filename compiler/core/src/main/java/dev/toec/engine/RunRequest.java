package dev.toec.engine;

import dev.toec.graph.PlacedGraph;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Packets for a program. Frames of several ports are received in the order of their times, those of one time in the
 * ports' order of declaration, those of one port in the order given.
 *
 * @param frames by external port
 * @param tables initial entries by {@code Stage.table}
 * @param seed of the schedule: 0 is the sequential meaning, every other number another legal interleaving
 */
public record RunRequest(
        PlacedGraph graph, Map<String, List<Frame>> frames, Map<String, List<TableEntry>> tables, long seed) {
    public RunRequest {
        Objects.requireNonNull(graph);
        frames = Map.copyOf(frames);
        tables = Map.copyOf(tables);
    }
}

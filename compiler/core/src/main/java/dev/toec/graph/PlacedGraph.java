package dev.toec.graph;

import java.util.Map;
import java.util.Objects;

/**
 * An instance graph and how many copies of each stage one engine runs. The mapping decides; the meaning never changes.
 *
 * @param replicas per stage name, at least 1, and 1 for a stage that is not replicated
 */
public record PlacedGraph(InstanceGraph graph, Map<String, Integer> replicas) {
    public PlacedGraph {
        Objects.requireNonNull(graph);
        replicas = Map.copyOf(replicas);
        for (InstanceGraph.Stage stage : graph.stages()) {
            Integer count = replicas.get(stage.name());
            if (count == null || count < 1 || (count > 1 && !stage.replicated())) {
                throw new IllegalArgumentException("stage " + stage.name() + " has " + count + " replicas");
            }
        }
    }

    /** How many copies of {@code stage} work at once. */
    public int replicas(InstanceGraph.Stage stage) {
        return replicas.get(stage.name());
    }
}

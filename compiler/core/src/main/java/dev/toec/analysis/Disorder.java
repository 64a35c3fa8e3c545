package dev.toec.analysis;

import dev.toec.graph.InstanceGraph.Link;
import dev.toec.graph.InstanceGraph.Stage;

/**
 * Why packets are out of order: the replicas of a stage, or two ways of different length.
 *
 * @param replicas the replicated stage, or {@code null} where two ways meet
 * @param way how packets leave the replicas, or the first of two ways
 * @param otherWay the second of two ways, or {@code null}
 * @param arriving the link over which they come to the consumer
 */
record Disorder(Stage replicas, Link way, Link otherWay, Link arriving) {
    Disorder arrivingOver(Link link) {
        return new Disorder(replicas, way, otherWay, link);
    }
}

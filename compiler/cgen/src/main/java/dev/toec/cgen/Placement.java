package dev.toec.cgen;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Decides which blocks stand on their own behind the code of another (N. Ramsey, "Beyond Relooper", ICFP 2022): blocks
 * where forward edges meet stand behind their dominator; exits of a loop stand behind the loop instead, so that a break
 * reaches them. Every other block is written where the one jump to it is.
 */
final class Placement {
    private final FlowGraph graph;
    private final List<List<Integer>> afterBlock = new ArrayList<>();
    private final List<List<Integer>> afterLoop = new ArrayList<>();
    private final Set<Integer> placed = new HashSet<>();

    Placement(FlowGraph graph) {
        this.graph = graph;
        for (int i = 0; i < graph.size(); i++) {
            afterBlock.add(new ArrayList<>());
            afterLoop.add(new ArrayList<>());
        }
        for (int block = 1; block < graph.size(); block++) {
            if (graph.forwardEdges(block) > 1) {
                place(block);
            }
        }
        for (int header = 0; header < graph.size(); header++) {
            if (graph.isHeader(header) && afterLoop.get(header).isEmpty()) {
                placeSoleExit(header);
            }
        }
    }

    /** Blocks behind the code of {@code block}, inside a loop it heads. */
    List<Integer> afterBlock(int block) {
        return afterBlock.get(block);
    }

    /** Blocks behind the loop of {@code header}. */
    List<Integer> afterLoop(int header) {
        return afterLoop.get(header);
    }

    /** Whether {@code block} is written behind another rather than where control jumps to it. */
    boolean isPlaced(int block) {
        return placed.contains(block);
    }

    private void place(int block) {
        placed.add(block);
        int left = outermostLeft(block);
        (left < 0 ? afterBlock.get(graph.dominator(block)) : afterLoop.get(left)).add(block);
    }

    /** The header of the outermost loop that holds the dominator of {@code block} but not the block, or -1. */
    private int outermostLeft(int block) {
        int found = -1;
        for (int up = graph.dominator(block); ; up = graph.dominator(up)) {
            if (graph.isHeader(up) && graph.inLoop(up, graph.dominator(block)) && !graph.inLoop(up, block)) {
                found = up;
            }
            if (up == 0) {
                return found;
            }
        }
    }

    /** Without a meeting point behind the loop, its exit with the most behind it goes there, if all others end. */
    private void placeSoleExit(int header) {
        int best = -1;
        for (int block = header; block < graph.size(); block++) {
            if (!graph.inLoop(header, block)) {
                continue;
            }
            for (int exit : graph.successors(block)) {
                if (graph.inLoop(header, exit)) {
                    continue;
                }
                if (isPlaced(exit) || FlowGraph.isBackEdge(block, exit)) {
                    return;
                }
                boolean better = best < 0
                        || (block == header && graph.subtree(exit) >= graph.subtree(best))
                        || graph.subtree(exit) > graph.subtree(best);
                best = better && outermostLeft(exit) == header ? exit : best;
            }
        }
        if (best >= 0) {
            place(best);
        }
    }
}

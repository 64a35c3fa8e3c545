package dev.toec.pass;

import dev.toec.ir.Block;
import dev.toec.ir.ControlFlow;
import dev.toec.ir.Function;
import dev.toec.ir.Instruction;
import dev.toec.ir.Instruction.Skip;
import dev.toec.ir.Rewriter;
import dev.toec.ir.Terminator;
import dev.toec.ir.Terminator.Target;
import dev.toec.source.Span;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Writes skips into one handler: on every edge from where an item can still be emitted towards a reorder point to where
 * it cannot any more. On every path the point then hears of the number exactly once, as early as it is certain. Since no
 * path emits twice, nothing was emitted before such an edge.
 */
final class SkipPlacement {
    private final ControlFlow flow;
    /** For each block, the points that must be told when control enters it, whatever the edge. */
    private final List<List<String>> atStart = new ArrayList<>();
    /** For each block and outgoing edge, the points that must be told on that edge. */
    private final List<List<List<String>>> onEdge = new ArrayList<>();

    private final Set<String> labels = new HashSet<>();

    private SkipPlacement(Function handler) {
        flow = ControlFlow.of(handler);
        for (int b = 0; b < flow.size(); b++) {
            labels.add(flow.block(b).label());
            atStart.add(new ArrayList<>());
            List<List<String>> edges = new ArrayList<>();
            for (int i = 0; i < flow.successors(b).length; i++) {
                edges.add(new ArrayList<>());
            }
            onEdge.add(edges);
        }
    }

    /**
     * {@code handler} with skips.
     *
     * @param portsTo for each reorder point, the out ports that lead there, at least one of them emitted on
     */
    static Function place(Function handler, Map<String, Set<String>> portsTo) {
        SkipPlacement placement = new SkipPlacement(handler);
        portsTo.forEach(placement::plan);
        return handler.withBlocks(placement.rewritten());
    }

    private void plan(String point, Set<String> ports) {
        boolean[] canEmit = canEmit(ports);
        for (int b = 0; b < flow.size(); b++) {
            boolean entered = false;
            boolean always = b > 0 && !canEmit[b];
            for (int p : flow.predecessors(b)) {
                entered |= gives(p, canEmit);
                always &= gives(p, canEmit);
            }
            if (always && entered) {
                atStart.get(b).add(point);
            } else if (entered && !canEmit[b]) {
                markEdges(b, point, canEmit);
            }
        }
    }

    /** Whether an item can still be emitted when control leaves {@code block}. */
    private boolean gives(int block, boolean[] canEmit) {
        for (int successor : flow.successors(block)) {
            if (canEmit[successor]) {
                return true;
            }
        }
        return false;
    }

    private void markEdges(int block, String point, boolean[] canEmit) {
        for (int p : flow.predecessors(block)) {
            for (int i = 0; i < flow.successors(p).length; i++) {
                List<String> marked = onEdge.get(p).get(i);
                boolean last =
                        !marked.isEmpty() && marked.get(marked.size() - 1).equals(point);
                if (flow.successors(p)[i] == block && gives(p, canEmit) && !last) {
                    marked.add(point);
                }
            }
        }
    }

    /** For each block, whether an item can be emitted to {@code ports} there or later. */
    private boolean[] canEmit(Set<String> ports) {
        boolean[] can = new boolean[flow.size()];
        ArrayDeque<Integer> queue = new ArrayDeque<>();
        for (int b = 0; b < can.length; b++) {
            if (emits(flow.block(b), ports)) {
                can[b] = true;
                queue.add(b);
            }
        }
        while (!queue.isEmpty()) {
            for (int source : flow.predecessors(queue.poll())) {
                if (!can[source]) {
                    can[source] = true;
                    queue.add(source);
                }
            }
        }
        return can;
    }

    private static boolean emits(Block block, Set<String> ports) {
        for (Instruction instruction : block.body()) {
            if (instruction instanceof Instruction.Emit emit && ports.contains(emit.port())) {
                return true;
            }
        }
        return false;
    }

    private List<Block> rewritten() {
        List<Block> blocks = new ArrayList<>();
        for (int b = 0; b < flow.size(); b++) {
            Block block = flow.block(b);
            List<Block> split = new ArrayList<>();
            Terminator terminator = splitEdges(b, split);
            List<Instruction> body = skips(atStart.get(b), start(block));
            body.addAll(block.body());
            blocks.add(new Block(block.label(), block.parameters(), body, terminator));
            blocks.addAll(split);
        }
        return blocks;
    }

    private Terminator splitEdges(int b, List<Block> split) {
        int[] edge = {0};
        return Rewriter.targets(flow.block(b).terminator(), target -> {
            List<String> points = onEdge.get(b).get(edge[0]++);
            return points.isEmpty() ? target : split(target, points, split);
        });
    }

    private Target split(Target target, List<String> points, List<Block> split) {
        Span span = start(flow.block(flow.indexOf(target.block())));
        String label = "skip";
        for (int i = 2; !labels.add(label); i++) {
            label = "skip" + i;
        }
        split.add(new Block(label, List.of(), skips(points, span), new Terminator.Jump(target, span)));
        return new Target(label, List.of());
    }

    private static List<Instruction> skips(List<String> points, Span span) {
        List<Instruction> skips = new ArrayList<>();
        for (String point : points) {
            skips.add(new Skip(point, span));
        }
        return skips;
    }

    private static Span start(Block block) {
        return block.body().isEmpty()
                ? block.terminator().span()
                : block.body().get(0).span();
    }
}

package dev.toec.analysis;

import dev.toec.ir.Block;
import dev.toec.ir.ControlFlow;
import dev.toec.ir.Instruction;
import dev.toec.ir.Terminator;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * Looks for paths through a function on which something happens twice, is followed by what must come before it, or never
 * happens. Searches the graph of pairs (block, whether it has happened) breadth first, so each witness is a shortest path.
 */
final class OncePaths {
    /** What is wrong on a path. */
    enum Fault {
        TWICE,
        AFTERWARDS,
        NEVER
    }

    /** A branch on the path and which of its targets is taken. */
    record Decision(Terminator at, int target) {}

    /**
     * A path that breaks the rule.
     *
     * @param at the offending instruction, or {@code null} for a path that ends without it
     * @param end how the block ends in which the path ends
     * @param first where it happened first, or {@code null}
     * @param decisions the branches without which the path would not get there, in order
     */
    record Witness(Fault fault, Instruction at, Terminator end, Instruction first, List<Decision> decisions) {}

    /** A fault in the block of {@code node}. */
    private record Found(Fault fault, int node, Instruction at, Instruction first) {}

    private final ControlFlow flow;
    private final Predicate<Instruction> happens;
    private final Predicate<Instruction> forbiddenAfterwards;
    private final boolean required;
    private final int[] parents;
    private final boolean[] seen;
    private final Instruction[] first;
    private final int[][] edges;
    private final List<Found> found = new ArrayList<>();

    private OncePaths(
            ControlFlow flow,
            Predicate<Instruction> happens,
            Predicate<Instruction> forbiddenAfterwards,
            boolean required) {
        this.flow = flow;
        this.happens = happens;
        this.forbiddenAfterwards = forbiddenAfterwards;
        this.required = required;
        int nodes = flow.size() * 2;
        parents = new int[nodes];
        seen = new boolean[nodes];
        first = new Instruction[nodes];
        edges = new int[nodes][];
    }

    /**
     * One witness per offending place.
     *
     * @param happens what must not happen twice
     * @param forbiddenAfterwards what must not follow it
     * @param required whether it must happen before the function returns
     */
    static List<Witness> search(
            ControlFlow flow,
            Predicate<Instruction> happens,
            Predicate<Instruction> forbiddenAfterwards,
            boolean required) {
        OncePaths paths = new OncePaths(flow, happens, forbiddenAfterwards, required);
        paths.run();
        return paths.explained();
    }

    private void run() {
        ArrayDeque<Integer> queue = new ArrayDeque<>();
        seen[0] = true;
        parents[0] = -1;
        queue.add(0);
        while (!queue.isEmpty()) {
            int node = queue.poll();
            edges[node] = walk(node);
            for (int next : edges[node]) {
                if (!seen[next]) {
                    seen[next] = true;
                    parents[next] = node;
                    queue.add(next);
                }
            }
        }
    }

    /** Goes through the block of {@code node}; the nodes behind it, none when the path ends there. */
    private int[] walk(int node) {
        Block block = flow.block(node / 2);
        boolean happened = node % 2 == 1;
        Instruction before = happened ? firstOn(node) : null;
        for (Instruction instruction : block.body()) {
            boolean again = happens.test(instruction);
            if (happened && (again || forbiddenAfterwards.test(instruction))) {
                found.add(new Found(again ? Fault.TWICE : Fault.AFTERWARDS, node, instruction, before));
                return new int[0];
            }
            if (again) {
                happened = true;
                before = instruction;
                first[node] = instruction;
            }
        }
        if (required && !happened && block.terminator() instanceof Terminator.Return) {
            found.add(new Found(Fault.NEVER, node, null, null));
        }
        return successors(node / 2, happened);
    }

    private int[] successors(int block, boolean happened) {
        int[] next = new int[flow.successors(block).length];
        for (int i = 0; i < next.length; i++) {
            next[i] = flow.successors(block)[i] * 2 + (happened ? 1 : 0);
        }
        return next;
    }

    private Instruction firstOn(int node) {
        int at = node;
        while (first[at] == null) {
            at = parents[at];
        }
        return first[at];
    }

    private List<Witness> explained() {
        List<Witness> witnesses = new ArrayList<>(found.size());
        for (Found f : found) {
            Terminator end = flow.block(f.node() / 2).terminator();
            witnesses.add(new Witness(f.fault(), f.at(), end, f.first(), decisions(f.node())));
        }
        return witnesses;
    }

    /** The branches on the way to {@code node} whose other targets cannot lead there. */
    private List<Decision> decisions(int node) {
        boolean[] leads = leadingTo(node);
        List<Decision> decisions = new ArrayList<>();
        for (int at = node; parents[at] >= 0; at = parents[at]) {
            int parent = parents[at];
            int taken = -1;
            boolean matters = false;
            for (int i = 0; i < edges[parent].length; i++) {
                taken = taken < 0 && edges[parent][i] == at ? i : taken;
                matters |= !leads[edges[parent][i]];
            }
            if (matters) {
                decisions.add(0, new Decision(flow.block(parent / 2).terminator(), taken));
            }
        }
        return decisions;
    }

    private boolean[] leadingTo(int node) {
        List<List<Integer>> sources = new ArrayList<>();
        for (int i = 0; i < edges.length; i++) {
            sources.add(new ArrayList<>());
        }
        for (int from = 0; from < edges.length; from++) {
            for (int to : edges[from] == null ? new int[0] : edges[from]) {
                sources.get(to).add(from);
            }
        }
        boolean[] leads = new boolean[edges.length];
        leads[node] = true;
        ArrayDeque<Integer> queue = new ArrayDeque<>(List.of(node));
        while (!queue.isEmpty()) {
            for (int source : sources.get(queue.poll())) {
                if (!leads[source]) {
                    leads[source] = true;
                    queue.add(source);
                }
            }
        }
        return leads;
    }
}

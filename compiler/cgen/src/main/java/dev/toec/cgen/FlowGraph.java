package dev.toec.cgen;

import dev.toec.ir.Block;
import dev.toec.ir.Function;
import dev.toec.ir.Terminator;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Control flow of a function by number: blocks in reverse postorder, dominators (Cooper, Harvey and Kennedy, "A Simple,
 * Fast Dominance Algorithm"), natural loops. Block 0 is the entry.
 */
final class FlowGraph {
    private final List<Block> blocks = new ArrayList<>();
    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<List<Integer>> predecessors = new ArrayList<>();
    private final List<List<Integer>> children = new ArrayList<>();
    private final int[] dominator;
    private final int[] subtree;
    /** Per loop header the blocks of its loop, itself included; {@code null} for every other block. */
    private final BitSet[] loops;

    private boolean reducible = true;

    FlowGraph(Function function) {
        postorder(function);
        for (int i = 0; i < blocks.size(); i++) {
            predecessors.add(new ArrayList<>());
            children.add(new ArrayList<>());
        }
        for (int from = 0; from < blocks.size(); from++) {
            for (int to : successors(from)) {
                predecessors.get(to).add(from);
            }
        }
        dominator = new int[blocks.size()];
        subtree = new int[blocks.size()];
        loops = new BitSet[blocks.size()];
        findDominators();
        findLoops();
    }

    /** Whether every cycle is entered at one block only. */
    boolean isReducible() {
        return reducible;
    }

    int size() {
        return blocks.size();
    }

    Block block(int number) {
        return blocks.get(number);
    }

    int number(String label) {
        return numbers.get(label);
    }

    /** Blocks control may go to, each once. */
    final List<Integer> successors(int block) {
        return blocks.get(block).terminator().targets().stream()
                .map(Terminator.Target::block)
                .distinct()
                .map(numbers::get)
                .toList();
    }

    List<Integer> predecessors(int block) {
        return predecessors.get(block);
    }

    /** The immediate dominator; the entry's is the entry. */
    int dominator(int block) {
        return dominator[block];
    }

    /** Blocks it dominates immediately, in reverse postorder. */
    List<Integer> children(int block) {
        return children.get(block);
    }

    /** How many blocks it dominates, itself included. */
    int subtree(int block) {
        return subtree[block];
    }

    boolean isHeader(int block) {
        return loops[block] != null;
    }

    /** Whether {@code block} is in the loop of {@code header}. */
    boolean inLoop(int header, int block) {
        return loops[header].get(block);
    }

    /** The header of the innermost loop {@code block} is in, or -1. */
    int innermostLoop(int block) {
        int best = -1;
        for (int header = 0; header < blocks.size(); header++) {
            if (isHeader(header) && inLoop(header, block) && (best < 0 || inLoop(best, header))) {
                best = header;
            }
        }
        return best;
    }

    /** Whether {@code from} comes no earlier than {@code to}: in a reducible graph, the edge closes a loop. */
    static boolean isBackEdge(int from, int to) {
        return to <= from;
    }

    /** How many different edges lead to {@code block} other than around its loop. */
    int forwardEdges(int block) {
        String label = blocks.get(block).label();
        return (int) predecessors.get(block).stream()
                .filter(p -> !isBackEdge(p, block))
                .flatMap(p -> blocks.get(p).terminator().targets().stream().distinct())
                .filter(t -> t.block().equals(label))
                .count();
    }

    private void postorder(Function function) {
        Map<String, Block> byLabel = new HashMap<>();
        function.blocks().forEach(b -> byLabel.put(b.label(), b));
        Map<String, Integer> nextChild = new HashMap<>();
        Deque<Block> path = new ArrayDeque<>(List.of(function.entry()));
        nextChild.put(function.entry().label(), 0);
        Deque<Block> reversed = new ArrayDeque<>();
        while (!path.isEmpty()) {
            Block block = path.peek();
            List<Terminator.Target> targets = block.terminator().targets();
            int child = nextChild.merge(block.label(), 1, Integer::sum) - 1;
            if (child >= targets.size()) {
                reversed.push(path.pop());
                continue;
            }
            // The last target first, so that the first one comes early in the reversed order.
            String next = targets.get(targets.size() - 1 - child).block();
            if (nextChild.putIfAbsent(next, 0) == null) {
                path.push(byLabel.get(next));
            }
        }
        reversed.forEach(b -> {
            numbers.put(b.label(), blocks.size());
            blocks.add(b);
        });
    }

    private void findDominators() {
        Arrays.fill(dominator, -1);
        dominator[0] = 0;
        boolean changed = true;
        while (changed) {
            changed = false;
            for (int block = 1; block < blocks.size(); block++) {
                int found = -1;
                for (int p : predecessors.get(block)) {
                    if (dominator[p] >= 0) {
                        found = found < 0 ? p : common(p, found);
                    }
                }
                changed |= dominator[block] != found;
                dominator[block] = found;
            }
        }
        Arrays.fill(subtree, 1);
        for (int block = blocks.size() - 1; block > 0; block--) {
            subtree[dominator[block]] += subtree[block];
        }
        for (int block = 1; block < blocks.size(); block++) {
            children.get(dominator[block]).add(block);
        }
    }

    private int common(int a, int b) {
        int x = a;
        int y = b;
        while (x != y) {
            if (x > y) {
                x = dominator[x];
            } else {
                y = dominator[y];
            }
        }
        return x;
    }

    private boolean dominates(int above, int below) {
        int x = below;
        while (x > above) {
            x = dominator[x];
        }
        return x == above;
    }

    private void findLoops() {
        for (int from = 0; from < blocks.size(); from++) {
            for (int to : successors(from)) {
                if (isBackEdge(from, to)) {
                    reducible &= dominates(to, from);
                    addLoop(to, from);
                }
            }
        }
    }

    private void addLoop(int header, int latch) {
        if (loops[header] == null) {
            loops[header] = new BitSet();
            loops[header].set(header);
        }
        Deque<Integer> work = new ArrayDeque<>(List.of(latch));
        while (!work.isEmpty()) {
            int block = work.pop();
            if (!loops[header].get(block)) {
                loops[header].set(block);
                predecessors.get(block).forEach(work::push);
            }
        }
    }
}

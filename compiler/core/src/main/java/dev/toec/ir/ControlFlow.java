package dev.toec.ir;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The edges of a function by block index, so that passes need not search labels. Blocks keep the indices they have in
 * {@link Function#blocks}; edges to labels that no block has are left out.
 */
public final class ControlFlow {
    private final Function function;
    private final Map<String, Integer> indices;
    private final int[][] successors;
    private final int[][] predecessors;
    private int[] order;
    private int[] dominators;

    private ControlFlow(Function function) {
        this.function = function;
        List<Block> blocks = function.blocks();
        indices = new HashMap<>(blocks.size() * 2);
        for (int i = 0; i < blocks.size(); i++) {
            indices.putIfAbsent(blocks.get(i).label(), i);
        }
        successors = new int[blocks.size()][];
        for (int i = 0; i < successors.length; i++) {
            successors[i] = successorsOf(blocks.get(i));
        }
        predecessors = reversed(successors);
    }

    /** The edges of {@code function}. */
    public static ControlFlow of(Function function) {
        return new ControlFlow(function);
    }

    private int[] successorsOf(Block block) {
        List<Terminator.Target> targets = block.terminator().targets();
        int[] found = new int[targets.size()];
        int count = 0;
        for (Terminator.Target target : targets) {
            Integer index = indices.get(target.block());
            if (index != null) {
                found[count++] = index;
            }
        }
        return count == found.length ? found : Arrays.copyOf(found, count);
    }

    private static int[][] reversed(int[][] edges) {
        int[] counts = new int[edges.length];
        for (int[] targets : edges) {
            for (int target : targets) {
                counts[target]++;
            }
        }
        int[][] result = new int[edges.length][];
        for (int i = 0; i < result.length; i++) {
            result[i] = new int[counts[i]];
        }
        for (int from = edges.length - 1; from >= 0; from--) {
            for (int target : edges[from]) {
                result[target][--counts[target]] = from;
            }
        }
        return result;
    }

    /** The function whose edges these are. */
    public Function function() {
        return function;
    }

    /** How many blocks there are. */
    public int size() {
        return successors.length;
    }

    /** Block {@code index}. */
    public Block block(int index) {
        return function.blocks().get(index);
    }

    /** The index of the block labelled {@code label}, or -1. */
    public int indexOf(String label) {
        return indices.getOrDefault(label, -1);
    }

    /** Where block {@code index} may go, one element per edge; not to be changed. */
    public int[] successors(int index) {
        return successors[index];
    }

    /** From where block {@code index} is reached, one element per edge; not to be changed. */
    public int[] predecessors(int index) {
        return predecessors[index];
    }

    /** The reachable blocks in reverse postorder, the entry first; not to be changed. */
    public int[] reversePostorder() {
        if (order == null) {
            order = computeOrder();
        }
        return order;
    }

    private int[] computeOrder() {
        int n = successors.length;
        int[] stack = new int[n];
        int[] next = new int[n];
        boolean[] seen = new boolean[n];
        int[] reversed = new int[n];
        int first = n;
        int depth = 0;
        stack[depth++] = 0;
        seen[0] = true;
        while (depth > 0) {
            int block = stack[depth - 1];
            if (next[block] == successors[block].length) {
                reversed[--first] = block;
                depth--;
            } else {
                int successor = successors[block][next[block]++];
                if (!seen[successor]) {
                    seen[successor] = true;
                    stack[depth++] = successor;
                }
            }
        }
        return Arrays.copyOfRange(reversed, first, n);
    }

    /**
     * The immediate dominator of each block, of the entry itself, -1 for unreachable ones (Cooper, Harvey, Kennedy, "A
     * Simple, Fast Dominance Algorithm"); not to be changed.
     */
    public int[] immediateDominators() {
        if (dominators == null) {
            dominators = computeDominators();
        }
        return dominators;
    }

    private int[] computeDominators() {
        int[] blocks = reversePostorder();
        int[] position = new int[size()];
        int[] immediate = new int[size()];
        Arrays.fill(immediate, -1);
        for (int i = 0; i < blocks.length; i++) {
            position[blocks[i]] = i;
        }
        immediate[0] = 0;
        boolean changed = true;
        while (changed) {
            changed = false;
            for (int i = 1; i < blocks.length; i++) {
                int found = meet(predecessors[blocks[i]], immediate, position);
                changed |= immediate[blocks[i]] != found;
                immediate[blocks[i]] = found;
            }
        }
        return immediate;
    }

    private static int meet(int[] sources, int[] immediate, int[] position) {
        int found = -1;
        for (int source : sources) {
            if (immediate[source] < 0) {
                continue;
            }
            int a = source;
            int b = found < 0 ? source : found;
            while (a != b) {
                if (position[a] > position[b]) {
                    a = immediate[a];
                } else {
                    b = immediate[b];
                }
            }
            found = a;
        }
        return found;
    }
}

package dev.toec.cgen;

import dev.toec.ir.Block;
import dev.toec.ir.Function;
import dev.toec.ir.Instruction;
import dev.toec.ir.Terminator;
import dev.toec.ir.Value;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which variables hold a value at the same time. Values that are folded have no variable: their operands live up to
 * where the expression stands.
 */
final class Liveness {
    private final FlowGraph graph;
    private final Uses uses;
    private final Folding folding;
    private final List<Value> values = new ArrayList<>();
    private final Map<Value, Integer> indexes = new HashMap<>();
    private final List<BitSet> liveIn = new ArrayList<>();
    private final List<BitSet> conflicts = new ArrayList<>();

    Liveness(Function function, FlowGraph graph, Uses uses, Folding folding) {
        this.graph = graph;
        this.uses = uses;
        this.folding = folding;
        function.parameters().forEach(this::add);
        for (int b = 0; b < graph.size(); b++) {
            graph.block(b).parameters().stream().filter(uses::isNeeded).forEach(this::add);
            // Several results are members of one structure, which nothing else shares.
            graph.block(b).body().stream()
                    .filter(i -> i.results().size() == 1)
                    .map(i -> i.results().get(0))
                    .filter(v -> uses.isNeeded(v) && !folding.isFolded(v))
                    .forEach(this::add);
            liveIn.add(new BitSet());
        }
        values.forEach(v -> conflicts.add(new BitSet()));
        findLiveIn();
        for (int b = 0; b < graph.size(); b++) {
            walk(b, true);
        }
        defineTogether(function.parameters(), (BitSet) liveIn.get(0).clone());
    }

    /** Every value that has a variable: parameters of the function first, then in the order of their definition. */
    List<Value> values() {
        return values;
    }

    boolean hasVariable(Value value) {
        return indexes.containsKey(value);
    }

    int index(Value value) {
        return indexes.get(value);
    }

    /** The indexes of the values that may not share a variable with {@code value}. */
    BitSet conflicts(Value value) {
        return conflicts.get(indexes.get(value));
    }

    private void add(Value value) {
        indexes.put(value, values.size());
        values.add(value);
    }

    private void findLiveIn() {
        boolean changed = true;
        while (changed) {
            changed = false;
            for (int b = graph.size() - 1; b >= 0; b--) {
                BitSet live = walk(b, false);
                if (!live.equals(liveIn.get(b))) {
                    liveIn.set(b, live);
                    changed = true;
                }
            }
        }
    }

    /** Goes through a block from its end; what lives at its beginning. */
    private BitSet walk(int b, boolean record) {
        Block block = graph.block(b);
        BitSet live = liveOut(b);
        uses.operands(block.terminator()).forEach(v -> read(v, live));
        for (int i = block.body().size() - 1; i >= 0; i--) {
            Instruction instruction = block.body().get(i);
            if (!uses.isWritten(instruction) || isFolded(instruction)) {
                continue;
            }
            define(instruction.results(), live, record);
            uses.operands(instruction).forEach(v -> read(v, live));
        }
        define(block.parameters(), live, record);
        return live;
    }

    private boolean isFolded(Instruction instruction) {
        return instruction.results().size() == 1
                && folding.isFolded(instruction.results().get(0));
    }

    private BitSet liveOut(int b) {
        BitSet live = new BitSet();
        for (Terminator.Target target : graph.block(b).terminator().targets()) {
            live.or(liveIn.get(graph.number(target.block())));
        }
        return live;
    }

    private void define(List<Value> results, BitSet live, boolean record) {
        if (record) {
            defineTogether(results, (BitSet) live.clone());
        }
        results.stream().filter(this::hasVariable).forEach(v -> live.clear(index(v)));
    }

    /** Values that get theirs at one moment exclude each other and what lives there. */
    private void defineTogether(List<Value> defined, BitSet live) {
        List<Value> held = defined.stream().filter(this::hasVariable).toList();
        held.forEach(v -> live.set(index(v)));
        for (Value value : held) {
            int index = index(value);
            conflicts.get(index).or(live);
            live.stream().forEach(other -> conflicts.get(other).set(index));
        }
        held.forEach(v -> conflicts.get(index(v)).clear(index(v)));
    }

    private void read(Value value, BitSet live) {
        if (hasVariable(value)) {
            live.set(index(value));
        } else if (folding.isFolded(value)) {
            uses.operands(uses.definition(value)).forEach(v -> read(v, live));
        }
    }
}

package dev.toec.interp;

import dev.toec.ir.Block;
import dev.toec.ir.Function;
import dev.toec.ir.Instruction;
import dev.toec.ir.Value;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Numbers the values of a function densely, integers and references apart. */
final class Slots {
    private final Map<Integer, Integer> slots = new HashMap<>();
    private int integers;
    private int references;

    Slots(Function function) {
        function.parameters().forEach(this::add);
        for (Block block : function.blocks()) {
            block.parameters().forEach(this::add);
            for (Instruction instruction : block.body()) {
                instruction.results().forEach(this::add);
            }
        }
    }

    private void add(Value value) {
        slots.put(value.id(), value.type().isInteger() ? integers++ : references++);
    }

    int of(Value value) {
        Integer slot = slots.get(value.id());
        if (slot == null) {
            throw new IllegalArgumentException(value + " is used but never defined");
        }
        return slot;
    }

    int[] of(List<Value> values) {
        return values.stream().mapToInt(this::of).toArray();
    }

    int integers() {
        return integers;
    }

    int references() {
        return references;
    }
}

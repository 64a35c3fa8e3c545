package dev.toec.target.nfp;

import dev.toec.ir.Block;
import dev.toec.ir.Function;
import dev.toec.ir.Instruction;
import dev.toec.ir.IrType;
import dev.toec.ir.Terminator;
import dev.toec.ir.Value;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How many general purpose registers the values of a function occupy at most at once: by liveness, backward over the
 * blocks until nothing changes. Constants need none. What a register allocator makes of it may be more or less.
 */
final class RegisterPressure {
    private final Function function;
    private final Set<Value> constants = new HashSet<>();
    private final Map<String, Set<Value>> liveAtStart = new HashMap<>();

    private RegisterPressure(Function function) {
        this.function = function;
        for (Instruction i : StageCode.instructions(function)) {
            if (i instanceof Instruction.Constant constant) {
                constants.add(constant.result());
            }
        }
    }

    /** Registers of a chain of calls: each function's most, added up along the longest chain. */
    static int ofChain(Function function, Map<String, Function> callees) {
        int deepest = 0;
        for (Instruction i : StageCode.instructions(function)) {
            if (i instanceof Instruction.Call call) {
                deepest = Math.max(deepest, ofChain(callees.get(call.function()), callees));
            }
        }
        return of(function) + deepest;
    }

    /** Registers of one function, what it calls not counted. */
    static int of(Function function) {
        return new RegisterPressure(function).most();
    }

    private int most() {
        boolean changed = true;
        int most = words(new HashSet<>(function.parameters()));
        while (changed) {
            changed = false;
            List<Block> blocks = function.blocks();
            for (int i = blocks.size() - 1; i >= 0; i--) {
                Set<Value> live = liveAtEnd(blocks.get(i));
                most = Math.max(most, through(blocks.get(i), live));
                changed |= !live.equals(liveAtStart.put(blocks.get(i).label(), live));
            }
        }
        return most;
    }

    private Set<Value> liveAtEnd(Block block) {
        Set<Value> live = new HashSet<>(block.terminator().operands());
        for (Terminator.Target target : block.terminator().targets()) {
            live.addAll(liveAtStart.getOrDefault(target.block(), Set.of()));
        }
        return live;
    }

    /** Goes back over a block, from what lives at its end to what lives at its start; the most that live in between. */
    private int through(Block block, Set<Value> live) {
        int most = words(live);
        for (int i = block.body().size() - 1; i >= 0; i--) {
            block.body().get(i).results().forEach(live::remove);
            live.addAll(block.body().get(i).operands());
            most = Math.max(most, words(live));
        }
        block.parameters().forEach(live::remove);
        return most;
    }

    private int words(Set<Value> live) {
        return live.stream()
                .filter(v -> !constants.contains(v))
                .mapToInt(v -> v.type() == IrType.I64 || v.type() == IrType.ENTRY ? 2 : 1)
                .sum();
    }
}

package dev.toec.cgen;

import dev.toec.ir.Block;
import dev.toec.ir.Function;
import dev.toec.ir.Rewriter;
import dev.toec.ir.Terminator;
import dev.toec.ir.Terminator.Target;
import dev.toec.ir.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Gives every way that leads to nothing but a return a return of its own, as people write it. */
final class EarlyReturns {
    private final Map<String, Block> exits = new HashMap<>();
    private final Set<String> labels = new HashSet<>();
    private final List<Block> copies = new ArrayList<>();

    private EarlyReturns(Function function) {
        for (Block block : function.blocks()) {
            labels.add(block.label());
            boolean returns = block.terminator() instanceof Terminator.Return && block != function.entry();
            if (returns && block.body().isEmpty()) {
                exits.put(block.label(), block);
            }
        }
    }

    static Function apply(Function function) {
        EarlyReturns pass = new EarlyReturns(function);
        return pass.exits.isEmpty() ? function : pass.rewrite(function);
    }

    private Function rewrite(Function function) {
        List<Block> blocks = new ArrayList<>();
        for (Block block : function.blocks()) {
            if (!exits.containsKey(block.label())) {
                blocks.add(new Block(block.label(), block.parameters(), block.body(), rewrite(block.terminator())));
            }
        }
        blocks.addAll(copies);
        return function.withBlocks(blocks);
    }

    private Terminator rewrite(Terminator terminator) {
        if (terminator instanceof Terminator.Jump jump
                && exits.containsKey(jump.target().block())) {
            return returning(jump.target());
        }
        Map<Target, Target> copied = new HashMap<>();
        return Rewriter.targets(
                terminator, t -> exits.containsKey(t.block()) ? copied.computeIfAbsent(t, this::copy) : t);
    }

    private Target copy(Target target) {
        String label = target.block();
        for (int i = 2; !labels.add(label); i++) {
            label = target.block() + i;
        }
        copies.add(new Block(label, List.of(), List.of(), returning(target)));
        return new Target(label, List.of());
    }

    private Terminator returning(Target target) {
        Block exit = exits.get(target.block());
        Map<Value, Value> arguments = new HashMap<>();
        for (int i = 0; i < exit.parameters().size(); i++) {
            arguments.put(exit.parameters().get(i), target.arguments().get(i));
        }
        return Rewriter.operands(exit.terminator(), v -> arguments.getOrDefault(v, v));
    }
}

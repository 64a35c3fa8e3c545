package dev.toec.cgen;

import dev.toec.ir.Block;
import dev.toec.ir.Function;
import dev.toec.ir.Instruction;
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
    private int nextValue;

    private EarlyReturns(Function function) {
        function.parameters().forEach(this::isTaken);
        for (Block block : function.blocks()) {
            labels.add(block.label());
            block.parameters().forEach(this::isTaken);
            block.body().forEach(i -> i.results().forEach(this::isTaken));
            boolean returns = block.terminator() instanceof Terminator.Return && block != function.entry();
            if (returns && block.body().stream().allMatch(EarlyReturns::isSlight)) {
                exits.put(block.label(), block);
            }
        }
    }

    private void isTaken(Value value) {
        nextValue = Math.max(nextValue, value.id() + 1);
    }

    static Function apply(Function function) {
        EarlyReturns pass = new EarlyReturns(function);
        return pass.exits.isEmpty() ? function : pass.rewrite(function);
    }

    private Function rewrite(Function function) {
        List<Block> blocks = new ArrayList<>();
        for (Block block : function.blocks()) {
            if (!exits.containsKey(block.label())) {
                blocks.add(rewrite(block));
            }
        }
        blocks.addAll(copies);
        return function.withBlocks(blocks);
    }

    private Block rewrite(Block block) {
        if (block.terminator() instanceof Terminator.Jump jump
                && exits.containsKey(jump.target().block())) {
            Block exit = returning(jump.target(), block.label());
            List<Instruction> body = new ArrayList<>(block.body());
            body.addAll(exit.body());
            return new Block(block.label(), block.parameters(), body, exit.terminator());
        }
        Map<Target, Target> copied = new HashMap<>();
        Terminator terminator = Rewriter.targets(
                block.terminator(), t -> exits.containsKey(t.block()) ? copied.computeIfAbsent(t, this::copy) : t);
        return new Block(block.label(), block.parameters(), block.body(), terminator);
    }

    private Target copy(Target target) {
        String label = target.block();
        for (int i = 2; !labels.add(label); i++) {
            label = target.block() + i;
        }
        copies.add(returning(target, label));
        return new Target(label, List.of());
    }

    /** The exit at {@code target} as a block of its own, with values of its own. */
    private Block returning(Target target, String label) {
        Block exit = exits.get(target.block());
        Map<Value, Value> values = new HashMap<>();
        for (int i = 0; i < exit.parameters().size(); i++) {
            values.put(exit.parameters().get(i), target.arguments().get(i));
        }
        List<Instruction> body = new ArrayList<>();
        for (Instruction instruction : exit.body()) {
            Value result = instruction.results().get(0);
            Value fresh = new Value(nextValue++, result.type(), result.name());
            body.add(defining(fresh, Rewriter.operands(instruction, v -> values.getOrDefault(v, v))));
            values.put(result, fresh);
        }
        return new Block(label, List.of(), body, Rewriter.operands(exit.terminator(), v -> values.getOrDefault(v, v)));
    }

    /** Whether it may be written once for every way to it. */
    private static boolean isSlight(Instruction instruction) {
        return instruction instanceof Instruction.Constant || instruction instanceof Instruction.Convert;
    }

    private static Instruction defining(Value result, Instruction slight) {
        return slight instanceof Instruction.Convert c
                ? new Instruction.Convert(result, c.op(), c.operand(), c.span())
                : ((Instruction.Constant) slight).withResult(result);
    }
}

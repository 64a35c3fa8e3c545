package dev.toec.pass;

import dev.toec.ir.Block;
import dev.toec.ir.Function;
import dev.toec.ir.Instruction;
import dev.toec.ir.Rewriter;
import dev.toec.ir.Terminator;
import dev.toec.ir.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Joins a block with the one it jumps to where that has no other predecessor, and drops branches that decide nothing. */
final class StraightLines {
    private final Function function;
    private final Map<String, Block> blocks = new HashMap<>();
    private final Map<String, Integer> edges = new HashMap<>();
    private final Definitions definitions;

    private StraightLines(Function function) {
        this.function = function;
        this.definitions = new Definitions(function);
        for (Block block : function.blocks()) {
            blocks.put(block.label(), block);
            for (Terminator.Target target : undivided(block.terminator()).targets()) {
                edges.merge(target.block(), 1, Integer::sum);
            }
        }
    }

    /** {@code function} with its straight lines joined. */
    static Function join(Function function) {
        return new StraightLines(function).joined();
    }

    private Function joined() {
        Set<String> swallowed = new HashSet<>();
        for (Block block : function.blocks()) {
            Block next = next(block);
            if (next != null) {
                swallowed.add(next.label());
            }
        }
        List<Block> result = new ArrayList<>();
        for (Block block : function.blocks()) {
            if (!swallowed.contains(block.label())) {
                result.add(line(block));
            }
        }
        if (definitions.replacesAny()) {
            result.replaceAll(b -> Rewriter.operands(b, definitions::resolve));
        }
        return function.withBlocks(result);
    }

    /** The block that {@code block} alone leads to, or {@code null}. */
    private Block next(Block block) {
        if (!(undivided(block.terminator()) instanceof Terminator.Jump jump)) {
            return null;
        }
        String label = jump.target().block();
        return edges.get(label) == 1 && !label.equals(block.label()) ? blocks.get(label) : null;
    }

    private Block line(Block first) {
        List<Instruction> body = new ArrayList<>(first.body());
        Block last = first;
        for (Block next = next(last); next != null; next = next(last)) {
            List<Value> arguments =
                    undivided(last.terminator()).targets().get(0).arguments();
            for (int i = 0; i < arguments.size(); i++) {
                definitions.replace(next.parameters().get(i), arguments.get(i));
            }
            body.addAll(next.body());
            last = next;
        }
        return new Block(first.label(), first.parameters(), body, undivided(last.terminator()));
    }

    /** A jump instead of a branch with one and the same target for all cases. */
    private static Terminator undivided(Terminator terminator) {
        List<Terminator.Target> targets = terminator.targets();
        if (targets.size() < 2) {
            return terminator;
        }
        Terminator.Target only = targets.get(0);
        for (Terminator.Target target : targets) {
            if (!target.equals(only)) {
                return terminator;
            }
        }
        return new Terminator.Jump(only, terminator.span());
    }
}

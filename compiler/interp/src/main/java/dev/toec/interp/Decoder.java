package dev.toec.interp;

import dev.toec.ir.Block;
import dev.toec.ir.Function;
import dev.toec.ir.Instruction;
import dev.toec.ir.Terminator;
import dev.toec.source.Span;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Lays the blocks of a function out one after the other and decodes each instruction and terminator. */
final class Decoder implements Terminator.Visitor<Op> {
    private final Function function;
    private final Code code;
    private final Slots slots;
    private final InstructionDecoder instructions;
    private final Map<String, Block> blocks;
    private final Map<String, List<Edge>> edges = new HashMap<>();

    Decoder(StageState stage, Code code, Slots slots) {
        this.function = code.function();
        this.code = code;
        this.slots = slots;
        this.instructions = new InstructionDecoder(stage, slots);
        this.blocks = function.blocks().stream().collect(Collectors.toMap(Block::label, b -> b));
    }

    void decode() {
        List<Op> ops = new ArrayList<>();
        List<Span> places = new ArrayList<>();
        Map<String, Integer> starts = new HashMap<>();
        for (Block block : function.blocks()) {
            starts.put(block.label(), ops.size());
            for (Instruction instruction : block.body()) {
                ops.add(instruction.accept(instructions));
                places.add(instruction.span());
            }
            ops.add(block.terminator().accept(this));
            places.add(block.terminator().span());
        }
        edges.forEach((label, into) -> into.forEach(e -> e.land(starts.get(label))));
        code.fill(ops.toArray(Op[]::new), places.toArray(Span[]::new));
    }

    private Edge edge(Terminator.Target target) {
        Edge edge = new Edge(target, blocks.get(target.block()), slots);
        edges.computeIfAbsent(target.block(), b -> new ArrayList<>()).add(edge);
        return edge;
    }

    @Override
    public Op jump(Terminator.Jump t) {
        return edge(t.target())::follow;
    }

    @Override
    public Op branch(Terminator.Branch t) {
        int condition = slots.of(t.condition());
        Edge whenTrue = edge(t.whenTrue());
        Edge whenFalse = edge(t.whenFalse());
        return a -> (a.integers[condition] != 0 ? whenTrue : whenFalse).follow(a);
    }

    @Override
    public Op switchOn(Terminator.Switch t) {
        int value = slots.of(t.value());
        Edge otherwise = edge(t.otherwise());
        List<Terminator.Switch.Case> sorted = t.cases().stream()
                .sorted(Comparator.comparingLong(Terminator.Switch.Case::constant))
                .toList();
        long[] constants =
                sorted.stream().mapToLong(Terminator.Switch.Case::constant).toArray();
        Edge[] cases = sorted.stream().map(c -> edge(c.target())).toArray(Edge[]::new);
        return a -> {
            int found = Arrays.binarySearch(constants, a.integers[value]);
            (found >= 0 ? cases[found] : otherwise).follow(a);
        };
    }

    @Override
    public Op returns(Terminator.Return t) {
        int[] values = slots.of(t.values());
        return a -> a.task.leave(a, values);
    }
}

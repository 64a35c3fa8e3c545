package dev.toec.pass;

import dev.toec.ir.Block;
import dev.toec.ir.ControlFlow;
import dev.toec.ir.Function;
import dev.toec.ir.Instruction;
import dev.toec.ir.Rewriter;
import dev.toec.ir.Terminator;
import dev.toec.ir.Terminator.Target;
import dev.toec.ir.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Leads edges past blocks that do nothing: an empty block that jumps, or that decides by a parameter for which the edge
 * brings a constant. Only blocks whose parameters are used nowhere else can be passed by; the head of a loop never is,
 * for the loop would get a second entry.
 */
final class JumpThreading {
    private final Function function;
    private final Definitions definitions;
    private final Map<String, Block> passable = new HashMap<>();

    private JumpThreading(Function function) {
        this.function = function;
        definitions = new Definitions(function);
        int[] uses = new int[definitions.size()];
        for (Block block : function.blocks()) {
            for (Instruction instruction : block.body()) {
                definitions.define(instruction);
                instruction.operands().forEach(v -> uses[v.id()]++);
            }
            block.terminator().operands().forEach(v -> uses[v.id()]++);
        }
        ControlFlow flow = ControlFlow.of(function);
        boolean[] entered = new boolean[flow.size()];
        for (int b : flow.reversePostorder()) {
            Block block = flow.block(b);
            entered[b] = true;
            if (b > 0 && !isLoopHead(b, flow, entered) && block.body().isEmpty() && usesAreOwn(block, uses)) {
                passable.put(block.label(), block);
            }
        }
    }

    /** Whether an edge leads back to {@code block}, whose predecessors outside a loop have been {@code entered}. */
    private static boolean isLoopHead(int block, ControlFlow flow, boolean[] entered) {
        for (int source : flow.predecessors(block)) {
            if (!entered[source] || source == block) {
                return true;
            }
        }
        return false;
    }

    private static boolean usesAreOwn(Block block, int[] uses) {
        int own = 0;
        for (Value operand : block.terminator().operands()) {
            own += block.parameters().contains(operand) ? 1 : 0;
        }
        int all = 0;
        for (Value parameter : block.parameters()) {
            all += uses[parameter.id()];
        }
        return own == all;
    }

    /** {@code function} with edges led past; blocks may have become unreachable and are gone. */
    static Function run(Function function) {
        JumpThreading threading = new JumpThreading(function);
        return threading.passable.isEmpty() ? function : threading.threaded();
    }

    private Function threaded() {
        List<Block> blocks = new ArrayList<>();
        for (Block block : function.blocks()) {
            blocks.add(new Block(
                    block.label(), block.parameters(), block.body(), Rewriter.targets(block.terminator(), this::end)));
        }
        return UnreachableBlocks.remove(function.withBlocks(blocks));
    }

    /** Where an edge to {@code target} gets in the end; rounds are bounded because empty blocks can form a circle. */
    private Target end(Target target) {
        Target current = target;
        for (int i = 0; i < passable.size(); i++) {
            Target next = next(current);
            if (next == null) {
                break;
            }
            current = next;
        }
        return current;
    }

    private Target next(Target target) {
        Block block = passable.get(target.block());
        if (block == null) {
            return null;
        }
        Target taken = taken(block, target);
        if (taken == null) {
            return null;
        }
        List<Value> arguments = new ArrayList<>();
        for (Value argument : taken.arguments()) {
            arguments.add(argument(block, target, argument));
        }
        return new Target(taken.block(), arguments);
    }

    private Target taken(Block block, Target target) {
        if (block.terminator() instanceof Terminator.Jump jump) {
            return jump.target();
        }
        if (block.terminator() instanceof Terminator.Branch branch) {
            Long known = definitions.constant(argument(block, target, branch.condition()));
            return known == null ? null : known != 0 ? branch.whenTrue() : branch.whenFalse();
        }
        return block.terminator() instanceof Terminator.Switch on ? taken(block, target, on) : null;
    }

    private Target taken(Block block, Target target, Terminator.Switch on) {
        Long known = definitions.constant(argument(block, target, on.value()));
        if (known == null) {
            return null;
        }
        for (Terminator.Switch.Case c : on.cases()) {
            if (c.constant() == known) {
                return c.target();
            }
        }
        return on.otherwise();
    }

    /** What {@code value} is in {@code block} for control that comes over {@code target}. */
    private static Value argument(Block block, Target target, Value value) {
        int index = block.parameters().indexOf(value);
        return index < 0 ? value : target.arguments().get(index);
    }
}

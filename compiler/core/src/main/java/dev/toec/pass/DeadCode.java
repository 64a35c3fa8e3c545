package dev.toec.pass;

import dev.toec.ir.Block;
import dev.toec.ir.ControlFlow;
import dev.toec.ir.Function;
import dev.toec.ir.Instruction;
import dev.toec.ir.Rewriter;
import dev.toec.ir.Terminator;
import dev.toec.ir.Terminator.Target;
import dev.toec.ir.Value;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;

/** Removes computations and block parameters that nothing with an effect depends on. */
final class DeadCode {
    private final Function function;
    private final ControlFlow flow;
    private final Definitions definitions;
    private final boolean[] live;
    private final int[] parameterBlock;
    private final ArrayDeque<Value> work = new ArrayDeque<>();

    private DeadCode(Function function) {
        this.function = function;
        flow = ControlFlow.of(function);
        definitions = new Definitions(function);
        live = new boolean[definitions.size()];
        parameterBlock = new int[definitions.size()];
    }

    /** {@code function} without dead code. */
    static Function remove(Function function) {
        DeadCode dead = new DeadCode(function);
        dead.mark();
        return dead.swept();
    }

    private void mark() {
        for (int b = 0; b < flow.size(); b++) {
            for (Value parameter : flow.block(b).parameters()) {
                parameterBlock[parameter.id()] = b;
            }
            for (Instruction instruction : flow.block(b).body()) {
                definitions.define(instruction);
                if (!Effects.isPure(instruction)) {
                    instruction.operands().forEach(this::use);
                }
            }
            decisions(flow.block(b).terminator());
        }
        while (!work.isEmpty()) {
            spread(work.poll());
        }
    }

    /** What decides where control goes, or is returned, is live; an argument is live with its parameter only. */
    private void decisions(Terminator terminator) {
        if (terminator instanceof Terminator.Branch branch) {
            use(branch.condition());
        } else if (terminator instanceof Terminator.Switch on) {
            use(on.value());
        } else if (terminator instanceof Terminator.Return returned) {
            returned.values().forEach(this::use);
        }
    }

    private void use(Value value) {
        if (!live[value.id()]) {
            live[value.id()] = true;
            work.add(value);
        }
    }

    private void spread(Value value) {
        Instruction definition = definitions.definition(value);
        if (definition != null) {
            definition.operands().forEach(this::use);
            return;
        }
        int block = parameterBlock[value.id()];
        int index = flow.block(block).parameters().indexOf(value);
        if (index < 0) {
            return;
        }
        for (int source : flow.predecessors(block)) {
            for (Target target : flow.block(source).terminator().targets()) {
                if (flow.indexOf(target.block()) == block) {
                    use(target.arguments().get(index));
                }
            }
        }
    }

    private Function swept() {
        List<Block> blocks = new ArrayList<>();
        for (Block block : function.blocks()) {
            List<Instruction> body = new ArrayList<>();
            for (Instruction instruction : block.body()) {
                if (!Effects.isPure(instruction)
                        || live[instruction.results().get(0).id()]) {
                    body.add(instruction);
                }
            }
            Terminator terminator = Rewriter.targets(block.terminator(), this::withoutDeadArguments);
            blocks.add(new Block(block.label(), liveOnly(block.parameters()), body, terminator));
        }
        return function.withBlocks(blocks);
    }

    private Target withoutDeadArguments(Target target) {
        List<Value> parameters = flow.block(flow.indexOf(target.block())).parameters();
        if (parameters.isEmpty()) {
            return target;
        }
        List<Value> arguments = new ArrayList<>();
        for (int i = 0; i < parameters.size(); i++) {
            if (live[parameters.get(i).id()]) {
                arguments.add(target.arguments().get(i));
            }
        }
        return new Target(target.block(), arguments);
    }

    private List<Value> liveOnly(List<Value> parameters) {
        List<Value> kept = new ArrayList<>();
        for (Value parameter : parameters) {
            if (live[parameter.id()]) {
                kept.add(parameter);
            }
        }
        return kept;
    }
}

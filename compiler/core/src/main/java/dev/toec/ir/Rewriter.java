package dev.toec.ir;

import dev.toec.ir.Terminator.Target;
import java.util.List;
import java.util.function.UnaryOperator;

/** Copies instructions and terminators with other operands; what a pass that replaces values needs. */
public final class Rewriter {
    private Rewriter() {}

    /** {@code block} with every operand {@code v} replaced by {@code to.apply(v)}; results stay. */
    public static Block operands(Block block, UnaryOperator<Value> to) {
        List<Instruction> body = block.body().stream().map(i -> operands(i, to)).toList();
        return new Block(block.label(), block.parameters(), body, operands(block.terminator(), to));
    }

    /** {@code instruction} with every operand replaced. */
    public static Instruction operands(Instruction instruction, UnaryOperator<Value> to) {
        return instruction.accept(new OperandRewriter(to));
    }

    /** {@code terminator} with every operand replaced. */
    public static Terminator operands(Terminator terminator, UnaryOperator<Value> to) {
        Terminator rewritten = targets(
                terminator,
                t -> new Target(t.block(), t.arguments().stream().map(to).toList()));
        return rewritten.accept(new Terminator.Visitor<>() {
            @Override
            public Terminator jump(Terminator.Jump t) {
                return t;
            }

            @Override
            public Terminator branch(Terminator.Branch t) {
                return new Terminator.Branch(to.apply(t.condition()), t.whenTrue(), t.whenFalse(), t.span());
            }

            @Override
            public Terminator switchOn(Terminator.Switch t) {
                return new Terminator.Switch(to.apply(t.value()), t.cases(), t.otherwise(), t.span());
            }

            @Override
            public Terminator returns(Terminator.Return t) {
                return new Terminator.Return(t.values().stream().map(to).toList(), t.span());
            }
        });
    }

    /** {@code terminator} with every target replaced. */
    public static Terminator targets(Terminator terminator, UnaryOperator<Target> to) {
        return terminator.accept(new Terminator.Visitor<>() {
            @Override
            public Terminator jump(Terminator.Jump t) {
                return new Terminator.Jump(to.apply(t.target()), t.span());
            }

            @Override
            public Terminator branch(Terminator.Branch t) {
                return new Terminator.Branch(t.condition(), to.apply(t.whenTrue()), to.apply(t.whenFalse()), t.span());
            }

            @Override
            public Terminator switchOn(Terminator.Switch t) {
                List<Terminator.Switch.Case> cases = t.cases().stream()
                        .map(c -> new Terminator.Switch.Case(c.constant(), c.symbol(), to.apply(c.target())))
                        .toList();
                return new Terminator.Switch(t.value(), cases, to.apply(t.otherwise()), t.span());
            }

            @Override
            public Terminator returns(Terminator.Return t) {
                return t;
            }
        });
    }
}

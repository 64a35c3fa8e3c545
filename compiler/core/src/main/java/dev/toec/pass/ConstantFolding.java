package dev.toec.pass;

import dev.toec.ir.Block;
import dev.toec.ir.ControlFlow;
import dev.toec.ir.Function;
import dev.toec.ir.Instruction;
import dev.toec.ir.Rewriter;
import dev.toec.ir.Terminator;
import dev.toec.ir.Value;
import java.util.ArrayList;
import java.util.List;

/** Computes what is known, replaces operations that return an operand, decides branches whose condition is known. */
final class ConstantFolding {
    private final Definitions definitions;
    private final AlgebraicRules rules;

    private ConstantFolding(Function function) {
        definitions = new Definitions(function);
        rules = new AlgebraicRules(definitions);
    }

    /** {@code function} folded; blocks may have become unreachable and are gone. */
    static Function run(Function function) {
        return new ConstantFolding(function).folded(function);
    }

    private Function folded(Function function) {
        ControlFlow flow = ControlFlow.of(function);
        List<List<Instruction>> bodies = new ArrayList<>();
        for (int b = 0; b < flow.size(); b++) {
            bodies.add(List.of());
        }
        for (int b : flow.reversePostorder()) {
            bodies.set(b, body(flow.block(b)));
        }
        List<Block> blocks = new ArrayList<>();
        for (int b = 0; b < flow.size(); b++) {
            Block block = flow.block(b);
            Terminator terminator = decided(Rewriter.operands(block.terminator(), definitions::resolve));
            blocks.add(new Block(block.label(), block.parameters(), bodies.get(b), terminator));
        }
        return UnreachableBlocks.remove(function.withBlocks(blocks));
    }

    private List<Instruction> body(Block block) {
        List<Instruction> body = new ArrayList<>();
        for (Instruction original : block.body()) {
            Instruction instruction =
                    definitions.replacesAny() ? Rewriter.operands(original, definitions::resolve) : original;
            Value same = rules.operandFor(instruction);
            if (same != null) {
                definitions.replace(instruction.results().get(0), same);
                continue;
            }
            Instruction simpler = rules.simplify(instruction, body);
            definitions.define(simpler);
            body.add(simpler);
        }
        return body;
    }

    private Terminator decided(Terminator terminator) {
        if (terminator instanceof Terminator.Branch branch) {
            Long condition = definitions.constant(branch.condition());
            if (condition != null) {
                return new Terminator.Jump(condition != 0 ? branch.whenTrue() : branch.whenFalse(), branch.span());
            }
            return rules.withoutNegation(branch);
        }
        if (terminator instanceof Terminator.Switch on && definitions.constant(on.value()) != null) {
            return new Terminator.Jump(chosen(on, definitions.constant(on.value())), on.span());
        }
        return terminator;
    }

    private static Terminator.Target chosen(Terminator.Switch on, long value) {
        for (Terminator.Switch.Case c : on.cases()) {
            if (c.constant() == value) {
                return c.target();
            }
        }
        return on.otherwise();
    }
}

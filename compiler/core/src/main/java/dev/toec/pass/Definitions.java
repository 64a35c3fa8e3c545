package dev.toec.pass;

import dev.toec.ir.Block;
import dev.toec.ir.Function;
import dev.toec.ir.Instruction;
import dev.toec.ir.IrType;
import dev.toec.ir.Value;
import java.util.Arrays;

/** Facts about the values of one function, by number: the instruction that defines each, and what replaces it. */
final class Definitions {
    private Instruction[] instructions;
    private Value[] replacements;
    private int next;
    private boolean replaced;

    Definitions(Function function) {
        for (Value parameter : function.parameters()) {
            next = Math.max(next, parameter.id() + 1);
        }
        for (Block block : function.blocks()) {
            for (Value parameter : block.parameters()) {
                next = Math.max(next, parameter.id() + 1);
            }
            for (Instruction instruction : block.body()) {
                for (Value result : instruction.results()) {
                    next = Math.max(next, result.id() + 1);
                }
            }
        }
        instructions = new Instruction[next + 16];
        replacements = new Value[next + 16];
    }

    /** One more than the highest number. */
    int size() {
        return next;
    }

    /** A value nobody has defined yet. */
    Value fresh(IrType type) {
        return new Value(next++, type, "");
    }

    void define(Instruction instruction) {
        for (Value result : instruction.results()) {
            instructions = grown(instructions, result.id());
            instructions[result.id()] = instruction;
        }
    }

    /** What defines {@code value}, or {@code null} for a parameter or what was not visited yet. */
    Instruction definition(Value value) {
        return value.id() < instructions.length ? instructions[value.id()] : null;
    }

    /** The bits of {@code value} if it is a constant, or {@code null}. */
    Long constant(Value value) {
        return definition(value) instanceof Instruction.Constant constant ? (Long) constant.bits() : null;
    }

    void replace(Value value, Value by) {
        replacements = grown(replacements, value.id());
        replacements[value.id()] = by;
        replaced = true;
    }

    boolean replacesAny() {
        return replaced;
    }

    /** What stands for {@code value} in the end. */
    Value resolve(Value value) {
        Value v = value;
        while (v.id() < replacements.length && replacements[v.id()] != null) {
            v = replacements[v.id()];
        }
        return v;
    }

    private static <T> T[] grown(T[] array, int index) {
        return index < array.length ? array : Arrays.copyOf(array, index * 2);
    }
}

package dev.toec.cgen;

import dev.toec.ir.Function;
import dev.toec.ir.Instruction;
import dev.toec.ir.IrType;
import dev.toec.ir.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What is known of the functions that calls name: their effects, and which of their parameters they look at. */
final class Callees {
    private final Map<String, Function> functions = new HashMap<>();
    private final Effects effects;
    private final Map<String, Set<Value>> needed = new HashMap<>();

    /** @param functions no two of which call each other in a circle */
    Callees(List<Function> functions) {
        functions.forEach(f -> this.functions.put(f.name(), f));
        effects = new Effects(functions);
    }

    Effects effects() {
        return effects;
    }

    /** Those of {@code values}, one per parameter of {@code callee}, that it looks at. */
    <T> List<T> needed(String callee, List<T> values) {
        Function function = functions.get(callee);
        if (function == null) {
            return values;
        }
        Set<Value> looked = neededParameters(function);
        List<T> out = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            if (looked.contains(function.parameters().get(i))) {
                out.add(values.get(i));
            }
        }
        return out;
    }

    /** What {@code instruction} reads: of a call what its callee looks at, and nothing that cannot matter. */
    List<Value> operands(Instruction instruction) {
        if (instruction instanceof Instruction.Call call) {
            return needed(call.function(), call.arguments());
        }
        if (instruction instanceof Instruction.Compare compare && isSelfComparison(compare)) {
            return List.of();
        }
        if (instruction instanceof Instruction.Binary binary && isShiftOfOneBit(binary)) {
            return List.of(binary.left());
        }
        return instruction.operands();
    }

    /** Whether it compares a value with itself. */
    static boolean isSelfComparison(Instruction.Compare compare) {
        return compare.left().equals(compare.right());
    }

    /** Whether it shifts an {@code i1}: by nothing, since counts are taken modulo the width. */
    private static boolean isShiftOfOneBit(Instruction.Binary binary) {
        return binary.result().type() == IrType.I1
                && switch (binary.op()) {
                    case SHL, LSHR, ASHR -> true;
                    case ADD, SUB, MUL, UDIV, UREM, SDIV, SREM, AND, OR, XOR -> false;
                };
    }

    private Set<Value> neededParameters(Function function) {
        Set<Value> known = needed.get(function.name());
        if (known == null) {
            Uses uses = new Uses(new FlowGraph(function), this);
            known = Set.copyOf(
                    function.parameters().stream().filter(uses::isNeeded).toList());
            needed.put(function.name(), known);
        }
        return known;
    }
}

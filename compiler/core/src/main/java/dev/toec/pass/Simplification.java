package dev.toec.pass;

import dev.toec.ir.Function;
import dev.toec.ir.TrivialParameters;
import java.util.List;
import java.util.function.UnaryOperator;

/** Makes one function smaller without changing what it does: each step can give the next ones something to do. */
final class Simplification {
    /** Most of the gain is in the first two rounds; a bound keeps the time linear. */
    private static final int ROUNDS = 4;

    private static final List<UnaryOperator<Function>> STEPS = List.of(
            ConstantFolding::run,
            JumpThreading::run,
            StraightLines::join,
            TrivialParameters::remove,
            CommonSubexpressions::share,
            DeadCode::remove);

    private Simplification() {}

    /** {@code function} simplified. */
    static Function run(Function function) {
        Function current = function;
        for (int round = 0; round < ROUNDS; round++) {
            Function before = current;
            for (UnaryOperator<Function> step : STEPS) {
                current = step.apply(current);
            }
            if (current.equals(before)) {
                break;
            }
        }
        return current;
    }
}

package dev.toec.pass;

import dev.toec.ir.Function;
import dev.toec.ir.TrivialParameters;

/** Makes one function smaller without changing what it does. */
final class Simplification {
    private Simplification() {}

    /** {@code function} simplified. */
    static Function run(Function function) {
        return TrivialParameters.remove(function);
    }
}

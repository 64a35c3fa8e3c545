package dev.toec.interp;

import dev.toec.ir.Function;
import dev.toec.source.Span;

/** A decoded function: straight code, values in dense slots. Filled once its callees are known by name. */
final class Code {
    private final Function function;
    private final Slots slots;
    private final int[] parameterSlots;
    private Op[] ops;
    private Span[] places;

    Code(Function function, Slots slots) {
        this.function = function;
        this.slots = slots;
        this.parameterSlots = slots.of(function.parameters());
    }

    void fill(Op[] decoded, Span[] origins) {
        ops = decoded;
        places = origins;
    }

    Function function() {
        return function;
    }

    Op[] ops() {
        return ops;
    }

    int integerSlots() {
        return slots.integers();
    }

    int referenceSlots() {
        return slots.references();
    }

    /** The slot of parameter {@code index}. */
    int parameterSlot(int index) {
        return parameterSlots[index];
    }

    /** Where the instruction before {@code next} was written. */
    Span placeBefore(int next) {
        return next == 0 ? function.span() : places[next - 1];
    }
}

package dev.toec.types;

import java.util.Map;

/**
 * What a body may do: a handler emits to the out ports of its module and returns nothing, a function returns
 * {@code result}.
 */
record Body(boolean isHandler, Type result, Map<String, Symbol.Port> outputs) {
    Body {
        outputs = Map.copyOf(outputs);
    }
}

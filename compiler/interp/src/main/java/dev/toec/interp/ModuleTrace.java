package dev.toec.interp;

import dev.toec.engine.FieldText;
import dev.toec.ir.Field;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What a module did last and what it holds, as text for the one who looks for a fault. */
final class ModuleTrace {
    private static final int MOST = 16;

    private final Deque<String> handled = new ArrayDeque<>();

    void add(String item) {
        if (handled.size() == MOST) {
            handled.removeFirst();
        }
        handled.addLast(item);
    }

    String text(StageState state, List<TableState> tables) {
        StringBuilder text = new StringBuilder("module ").append(state.name());
        handled.forEach(item -> text.append('\n').append(item));
        state.module().counters().forEach(c -> line(text, "counter", c.name(), Long.toString(state.counter(c.name()))));
        state.module().variables().forEach(v -> line(text, "variable", v.field().name(), value(state, v.field())));
        for (TableState table : tables) {
            table.entries()
                    .forEach(e -> line(
                            text,
                            "table",
                            table.declaration().name(),
                            formatted(table.declaration().key(), e.key()) + " : "
                                    + formatted(table.declaration().value(), e.value())));
        }
        return text.append('\n').toString();
    }

    private static void line(StringBuilder text, String kind, String name, String value) {
        text.append('\n').append(kind).append(' ').append(name).append(": ").append(value);
    }

    private static String value(StageState state, Field field) {
        return FieldText.format(field, state.variable(field.name()));
    }

    private static String formatted(List<Field> fields, List<Long> values) {
        return IntStream.range(0, fields.size())
                .mapToObj(i -> FieldText.format(fields.get(i), values.get(i)))
                .collect(Collectors.joining(" "));
    }
}

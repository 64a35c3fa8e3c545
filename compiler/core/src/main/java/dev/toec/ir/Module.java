package dev.toec.ir;

import dev.toec.source.Span;
import java.util.List;
import java.util.Objects;

/**
 * A stage's program: ports, the resources it owns, and one handler per in port.
 *
 * @param name unique in the program
 */
public record Module(
        String name,
        String doc,
        List<Port> inputs,
        List<Port> outputs,
        List<Counter> counters,
        List<Table> tables,
        List<Variable> variables,
        List<Hook> hooks,
        List<Handler> handlers,
        Span span) {
    public Module {
        Objects.requireNonNull(name);
        Objects.requireNonNull(doc);
        inputs = List.copyOf(inputs);
        outputs = List.copyOf(outputs);
        counters = List.copyOf(counters);
        tables = List.copyOf(tables);
        variables = List.copyOf(variables);
        hooks = List.copyOf(hooks);
        handlers = List.copyOf(handlers);
        Objects.requireNonNull(span);
    }

    /**
     * A port and the work that passes it.
     *
     * @param work name of the program's work type, or {@code packet}
     */
    public record Port(String name, String work, Span span) {}

    /** A 64-bit count of events that anyone may add to. */
    public record Counter(String name, String doc, Span span) {}

    /** A scalar the module keeps between items; {@code initial} is zero-extended. */
    public record Variable(Field field, long initial, String doc, Span span) {}

    /**
     * A place where a handler runs attached programs.
     *
     * @param maxInstructions most instructions an attached program may have
     * @param programs names of the program's functions attached to it, in order; none before linking
     */
    public record Hook(String name, String doc, int maxInstructions, List<String> programs, Span span) {
        public Hook {
            programs = List.copyOf(programs);
        }
    }

    /** What the module does with an item on in port {@code input}; its parameters are the work type's fields. */
    public record Handler(String input, Function body) {}

    /** The same module with other handlers. */
    public Module withHandlers(List<Handler> others) {
        return new Module(name, doc, inputs, outputs, counters, tables, variables, hooks, others, span);
    }
}

package dev.toec.types;

import dev.toec.ir.IrProgram;
import dev.toec.ir.Pipeline;
import dev.toec.source.Span;
import java.util.List;
import java.util.Objects;

/**
 * A program without errors: every name resolved, every expression typed, every link known to join what fits.
 *
 * @param works what flows between modules
 */
public record TypedProgram(
        String name,
        List<IrProgram.DropReason> reasons,
        List<Type.Enumeration> enums,
        List<Type.Struct> works,
        List<Fn> functions,
        List<Module> modules,
        Pipeline pipeline,
        Span span) {
    public TypedProgram {
        Objects.requireNonNull(name);
        reasons = List.copyOf(reasons);
        enums = List.copyOf(enums);
        works = List.copyOf(works);
        functions = List.copyOf(functions);
        modules = List.copyOf(modules);
        Objects.requireNonNull(pipeline);
    }

    /** A function and what it does. */
    record Fn(Symbol.Fn symbol, TypedStatement.Block body) {}

    /** A module: its ports and resources, and what it does with each kind of item. */
    record Module(
            String name,
            String doc,
            List<Symbol.Port> ports,
            List<Symbol.Counter> counters,
            List<Symbol.Table> tables,
            List<Symbol.Variable> variables,
            List<Symbol.Hook> hooks,
            List<Handler> handlers,
            Span span) {
        public Module {
            ports = List.copyOf(ports);
            counters = List.copyOf(counters);
            tables = List.copyOf(tables);
            variables = List.copyOf(variables);
            hooks = List.copyOf(hooks);
            handlers = List.copyOf(handlers);
        }
    }

    /** What a module does with an item that arrives on {@code input}. */
    record Handler(Symbol.Port input, String doc, Symbol.Local item, TypedStatement.Block body, Span span) {}
}

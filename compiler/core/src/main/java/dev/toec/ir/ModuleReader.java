package dev.toec.ir;

import dev.toec.diag.Code;
import dev.toec.source.Span;
import java.util.ArrayList;
import java.util.List;

/** Reads one module of an IR text. */
final class ModuleReader {
    private final IrCursor in;
    private final List<Module.Port> inputs = new ArrayList<>();
    private final List<Module.Port> outputs = new ArrayList<>();
    private final List<Module.Counter> counters = new ArrayList<>();
    private final List<Table> tables = new ArrayList<>();
    private final List<Module.Variable> variables = new ArrayList<>();
    private final List<Module.Hook> hooks = new ArrayList<>();
    private final List<Module.Handler> handlers = new ArrayList<>();

    ModuleReader(IrCursor in) {
        this.in = in;
    }

    /** The module whose name comes next. */
    Module read(String doc) {
        Span span = in.peek().span();
        String name = in.name("the name of a module");
        in.expect("{");
        while (!in.accept("}")) {
            member(in.doc());
        }
        return new Module(name, doc, inputs, outputs, counters, tables, variables, hooks, handlers, span);
    }

    private void member(String doc) {
        String expected = "in, out, counter, table, variable, hook or on";
        IrToken word = in.expect(IrToken.Kind.NAME, expected);
        Span at = in.peek().span();
        switch (word.text()) {
            case "in" -> inputs.add(port(at));
            case "out" -> outputs.add(port(at));
            case "counter" -> counters.add(new Module.Counter(in.name("the name of a counter"), doc, at));
            case "table" -> tables.add(table(doc, at));
            case "variable" -> variables.add(variable(doc, at));
            case "hook" -> hooks.add(hook(doc, at));
            case "on" -> handlers.add(new Module.Handler(in.name("an in port"), new FunctionReader(in).read(doc)));
            default ->
                throw new IrFault(Code.E0190, word.span(), "expected " + expected + ", found '" + word.text() + "'");
        }
    }

    private Module.Port port(Span at) {
        String name = in.name("the name of a port");
        in.expect(":");
        return new Module.Port(name, in.name("a work type"), at);
    }

    private Table table(String doc, Span at) {
        String name = in.name("the name of a table");
        List<Field> key = fields(in);
        in.expect("->");
        List<Field> value = fields(in);
        in.expect("max");
        int capacity = in.count("a capacity");
        Table.Addressing addressing = in.accept("bytes") ? Table.Addressing.BYTES : Table.Addressing.FIELDS;
        return new Table(name, doc, key, value, addressing, capacity, at);
    }

    private Module.Variable variable(String doc, Span at) {
        Field field = field(in);
        in.expect("=");
        return new Module.Variable(field, in.number() & field.type().mask(), doc, at);
    }

    private Module.Hook hook(String doc, Span at) {
        String name = in.name("the name of a hook");
        in.expect("max");
        int instructions = in.count("a number of instructions");
        List<String> programs = new ArrayList<>();
        if (in.accept("runs")) {
            do {
                programs.add(in.name("a function"));
            } while (in.accept(","));
        }
        return new Module.Hook(name, doc, instructions, programs, at);
    }

    /** A list of fields in parentheses. */
    static List<Field> fields(IrCursor in) {
        List<Field> fields = new ArrayList<>();
        in.expect("(");
        while (!in.accept(")")) {
            if (!fields.isEmpty()) {
                in.expect(",");
            }
            fields.add(field(in));
        }
        return fields;
    }

    private static Field field(IrCursor in) {
        String name = in.name("the name of a field");
        in.expect(":");
        IrType type = in.type();
        int bits = in.accept("bits") ? in.count("a width in bits") : type.bits();
        Format format = type.isInteger() ? Format.UNSIGNED : Format.HEX;
        for (Format candidate : Format.values()) {
            if (in.accept(candidate.toString())) {
                format = candidate;
                break;
            }
        }
        return new Field(name, type, bits, format);
    }
}

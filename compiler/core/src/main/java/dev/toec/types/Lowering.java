package dev.toec.types;

import dev.toec.ir.Enumeration;
import dev.toec.ir.Field;
import dev.toec.ir.Function;
import dev.toec.ir.IrProgram;
import dev.toec.ir.Module;
import dev.toec.ir.Table;
import dev.toec.ir.WorkType;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Turns a checked program into IR: structs become scalars, bit-fields become shifts and masks, control becomes blocks.
 * It never fails: what could is checked before.
 */
public final class Lowering {
    private final TypedProgram program;
    private final Set<String> names = new HashSet<>();

    private Lowering(TypedProgram program) {
        this.program = program;
    }

    /** The IR of {@code program}. */
    public static IrProgram lower(TypedProgram program) {
        return new Lowering(program).lower();
    }

    private IrProgram lower() {
        List<WorkType> works = new ArrayList<>();
        for (Type.Struct work : program.works()) {
            works.add(new WorkType(work.name(), work.doc(), Shapes.fields(work)));
        }
        List<Enumeration> enums = new ArrayList<>();
        for (Type.Enumeration enumeration : program.enums()) {
            enums.add(enumeration(enumeration));
        }
        List<Function> functions = new ArrayList<>();
        for (TypedProgram.Fn fn : program.functions()) {
            names.add(fn.symbol().name());
            functions.add(FunctionLowering.lower(fn));
        }
        List<Module> modules = new ArrayList<>();
        for (TypedProgram.Module module : program.modules()) {
            modules.add(module(module));
        }
        return new IrProgram(
                program.name(),
                program.reasons(),
                enums,
                works,
                functions,
                modules,
                program.pipeline(),
                program.span());
    }

    private static Enumeration enumeration(Type.Enumeration source) {
        List<Enumeration.Member> members = new ArrayList<>();
        for (Map.Entry<String, BigInteger> member : source.members().entrySet()) {
            members.add(
                    new Enumeration.Member(member.getKey(), member.getValue().longValue()));
        }
        return new Enumeration(source.name(), source.doc(), Shapes.irType(source), members);
    }

    private Module module(TypedProgram.Module module) {
        List<Module.Port> inputs = new ArrayList<>();
        List<Module.Port> outputs = new ArrayList<>();
        for (Symbol.Port port : module.ports()) {
            (port.input() ? inputs : outputs)
                    .add(new Module.Port(port.name(), port.work().toString(), port.span()));
        }
        List<Module.Counter> counters = new ArrayList<>();
        for (Symbol.Counter counter : module.counters()) {
            counters.add(new Module.Counter(counter.name(), counter.doc(), counter.span()));
        }
        List<Table> tables = new ArrayList<>();
        for (Symbol.Table table : module.tables()) {
            tables.add(table(table));
        }
        List<Module.Variable> variables = new ArrayList<>();
        for (Symbol.Variable variable : module.variables()) {
            variables.add(variable(variable));
        }
        List<Module.Hook> hooks = new ArrayList<>();
        for (Symbol.Hook hook : module.hooks()) {
            hooks.add(new Module.Hook(hook.name(), hook.doc(), hook.maxInstructions(), List.of(), hook.span()));
        }
        return new Module(
                module.name(),
                module.doc(),
                inputs,
                outputs,
                counters,
                tables,
                variables,
                hooks,
                handlers(module),
                module.span());
    }

    private List<Module.Handler> handlers(TypedProgram.Module module) {
        List<Module.Handler> handlers = new ArrayList<>();
        for (TypedProgram.Handler handler : module.handlers()) {
            String name = unique(snake(module.name()) + "_" + handler.input().name());
            handlers.add(new Module.Handler(handler.input().name(), FunctionLowering.lower(name, handler)));
        }
        return handlers;
    }

    private String unique(String wanted) {
        String name = wanted;
        for (int i = 2; !names.add(name); i++) {
            name = wanted + "_" + i;
        }
        return name;
    }

    /** {@code PreClassify} as {@code pre_classify}. */
    private static String snake(String name) {
        StringBuilder snake = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            boolean begins = Character.isUpperCase(c) && i > 0 && !Character.isUpperCase(name.charAt(i - 1));
            if (begins && name.charAt(i - 1) != '_') {
                snake.append('_');
            }
            snake.append(Character.toLowerCase(c));
        }
        return snake.toString();
    }

    private static Table table(Symbol.Table table) {
        return new Table(
                table.name(),
                table.doc(),
                part("key", table.key()),
                part("value", table.value()),
                Table.Addressing.FIELDS,
                table.capacity(),
                table.span());
    }

    /** The fields of a key or value: those of a struct by their own names, a scalar under {@code name}. */
    static List<Field> part(String name, Type type) {
        return type instanceof Type.Struct struct ? Shapes.fields(struct) : Shapes.fields(name, type);
    }

    private static Module.Variable variable(Symbol.Variable variable) {
        Field field = Shapes.fields(variable.name(), variable.type()).get(0);
        long initial = variable.initial().longValue() & field.type().mask();
        return new Module.Variable(field, initial, variable.doc(), variable.span());
    }
}

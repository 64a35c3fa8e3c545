package dev.toec.interp;

import dev.toec.ir.Function;
import dev.toec.ir.IrProgram;
import dev.toec.ir.Module;
import dev.toec.ir.Table;
import dev.toec.ir.Verdict;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A stage at work: its counters, tables and variables, shared by its replicas, and its decoded code. */
public final class StageState {
    private final String name;
    private final Module module;
    private final Map<String, Function> functions = new HashMap<>();
    private final Surroundings surroundings;
    private final Map<String, Integer> counterIndex = new LinkedHashMap<>();
    private final Map<String, Integer> variableIndex = new LinkedHashMap<>();
    private final long[] counters;
    private final long[] variables;
    private final Map<String, TableState> tables = new LinkedHashMap<>();
    private final Map<String, HookProgram> hooks = new HashMap<>();
    private final Map<String, Code> codes = new HashMap<>();

    StageState(String name, Module module, IrProgram program, Surroundings surroundings) {
        this(name, module, program.functions(), surroundings);
    }

    StageState(String name, Module module, List<Function> callable, Surroundings surroundings) {
        this.name = name;
        this.module = module;
        this.surroundings = surroundings;
        callable.forEach(f -> functions.put(f.name(), f));
        module.counters().forEach(c -> counterIndex.put(c.name(), counterIndex.size()));
        module.variables().forEach(v -> variableIndex.put(v.field().name(), variableIndex.size()));
        counters = new long[counterIndex.size()];
        variables =
                module.variables().stream().mapToLong(Module.Variable::initial).toArray();
        for (Table table : module.tables()) {
            tables.put(table.name(), new TableState(table));
        }
    }

    /** The stage's name. */
    public String name() {
        return name;
    }

    /** The module it is a use of. */
    public Module module() {
        return module;
    }

    /** A counter's count. */
    public long counter(String counter) {
        return counters[index(counterIndex, "counter", counter)];
    }

    /** A variable's value, zero-extended. */
    public long variable(String variable) {
        return variables[index(variableIndex, "variable", variable)];
    }

    /** Sets a variable to a zero-extended value. */
    public void setVariable(String variable, long value) {
        int index = index(variableIndex, "variable", variable);
        variables[index] = value & module.variables().get(index).field().type().mask();
    }

    /** A table by name. */
    public TableState table(String table) {
        TableState state = tables.get(table);
        if (state == null) {
            throw new IllegalArgumentException(name + " has no table " + table);
        }
        return state;
    }

    /** All tables by name, in order of declaration. */
    public Map<String, TableState> tables() {
        return Collections.unmodifiableMap(tables);
    }

    /** Makes {@code hook} run {@code program} instead of what is attached; for tests. */
    public void stub(String hook, HookProgram program) {
        if (module.hooks().stream().noneMatch(h -> h.name().equals(hook))) {
            throw new IllegalArgumentException(name + " has no hook " + hook);
        }
        hooks.put(hook, program);
    }

    long[] counters() {
        return counters;
    }

    long[] variables() {
        return variables;
    }

    int counterIndex(String counter) {
        return index(counterIndex, "counter", counter);
    }

    int variableIndex(String variable) {
        return index(variableIndex, "variable", variable);
    }

    Surroundings surroundings() {
        return surroundings;
    }

    Verdict runHook(String hook, PacketBuffer packet) {
        HookProgram program = hooks.get(hook);
        return program == null ? Verdict.PASS : program.run(packet);
    }

    /** The code of the handler of in port {@code input}. */
    Code handler(String input) {
        return module.handlers().stream()
                .filter(h -> h.input().equals(input))
                .findFirst()
                .map(h -> code(h.body()))
                .orElseThrow(() -> new IllegalArgumentException(name + " has no in port " + input));
    }

    /** The code of a function, bound to this stage's resources. */
    Code function(String function) {
        Function body = functions.get(function);
        if (body == null) {
            throw new IllegalArgumentException("no function " + function);
        }
        return code(body);
    }

    private Code code(Function function) {
        Code known = codes.get(function.name());
        if (known != null) {
            return known;
        }
        Slots slots = new Slots(function);
        Code code = new Code(function, slots);
        codes.put(function.name(), code);
        new Decoder(this, code, slots).decode();
        return code;
    }

    private int index(Map<String, Integer> indexes, String kind, String wanted) {
        Integer index = indexes.get(wanted);
        if (index == null) {
            throw new IllegalArgumentException(name + " has no " + kind + " " + wanted);
        }
        return index;
    }
}

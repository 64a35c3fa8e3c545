package dev.toec.ir;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** What a function may name: the resources of its module, or of all modules for a function of the program. */
record DeclaredNames(
        Map<String, String> outputs,
        Set<String> counters,
        Map<String, Table> tables,
        Map<String, Field> variables,
        Set<String> hooks) {

    /** The names of all of {@code modules}; {@code twice} hears of names that one module declares twice. */
    static DeclaredNames of(List<Module> modules, Consumer<String> twice) {
        DeclaredNames names =
                new DeclaredNames(new HashMap<>(), new HashSet<>(), new HashMap<>(), new HashMap<>(), new HashSet<>());
        for (Module module : modules) {
            names.add(module, twice);
        }
        return names;
    }

    private void add(Module module, Consumer<String> twice) {
        Set<String> inputs = new HashSet<>();
        Set<String> outputNames = new HashSet<>();
        Set<String> resources = new HashSet<>();
        module.inputs().forEach(p -> once(module, inputs, p.name(), twice));
        module.outputs().forEach(p -> once(module, outputNames, p.name(), twice));
        module.counters().forEach(c -> once(module, resources, c.name(), twice));
        module.tables().forEach(t -> once(module, resources, t.name(), twice));
        module.variables().forEach(v -> once(module, resources, v.field().name(), twice));
        module.hooks().forEach(h -> once(module, resources, h.name(), twice));
        module.outputs().forEach(p -> outputs.put(p.name(), p.work()));
        module.counters().forEach(c -> counters.add(c.name()));
        module.tables().forEach(t -> tables.put(t.name(), t));
        module.variables().forEach(v -> variables.put(v.field().name(), v.field()));
        module.hooks().forEach(h -> hooks.add(h.name()));
    }

    private static void once(Module module, Set<String> names, String name, Consumer<String> twice) {
        if (!names.add(name)) {
            twice.accept(module.name() + "." + name + " is declared twice");
        }
    }
}

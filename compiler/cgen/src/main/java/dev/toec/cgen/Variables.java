package dev.toec.cgen;

import dev.toec.ir.Function;
import dev.toec.ir.Instruction;
import dev.toec.ir.Terminator;
import dev.toec.ir.Value;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Gives every value that needs one a C variable. A block parameter shares that of its arguments wherever they do not
 * live at once, so that a loop counter is one variable again.
 */
final class Variables {
    /** A variable. {@code parameter} tells that the function's signature declares it. */
    record Variable(String name, CType type, boolean parameter) {}

    private final Liveness liveness;
    private final Map<Value, Value> leaders = new HashMap<>();
    private final Map<Value, BitSet> members = new HashMap<>();
    private final Map<Value, Variable> variables = new LinkedHashMap<>();
    private final List<Variable> extra = new ArrayList<>();
    private final Map<String, String> saved = new HashMap<>();
    private final Map<Value, CExpr> memberOf = new HashMap<>();
    private final Map<Instruction.Call, Variable> structures = new HashMap<>();
    private Variable result;
    private final Names names;
    private final Dialect dialect;
    private final EntryTables entries;

    Variables(Function function, FlowGraph graph, Uses uses, Liveness liveness, Dialect dialect, Set<String> reserved) {
        this.liveness = liveness;
        this.dialect = dialect;
        this.entries = new EntryTables(function);
        for (Value value : liveness.values()) {
            BitSet alone = new BitSet();
            alone.set(liveness.index(value));
            leaders.put(value, value);
            members.put(value, alone);
        }
        for (int b = 0; b < graph.size(); b++) {
            for (Terminator.Target target : graph.block(b).terminator().targets()) {
                share(graph.block(graph.number(target.block())).parameters(), target.arguments());
            }
        }
        names = new Names(reserved);
        name(function, uses);
    }

    /** The variable of {@code value}, or {@code null} where it has none. */
    Variable of(Value value) {
        return leaders.containsKey(value) ? variables.get(leader(value)) : null;
    }

    /** All variables, in the order of their first definition. */
    List<Variable> all() {
        return Stream.concat(variables.values().stream(), extra.stream()).toList();
    }

    /** The variable that keeps the value of {@code variable} while others are assigned. */
    String saved(String variable) {
        return saved.computeIfAbsent(variable, v -> {
            Variable original = variables.values().stream()
                    .filter(o -> o.name().equals(v))
                    .findFirst()
                    .orElseThrow();
            return add("old_" + v, original.type()).name();
        });
    }

    /** What holds {@code value}: a variable, or a member of one; {@code null} where nothing does. */
    CExpr expression(Value value) {
        Variable variable = of(value);
        return variable != null ? CExpr.name(variable.name()) : memberOf.get(value);
    }

    /** The structure the results of {@code call} are in. */
    Variable structure(Instruction.Call call) {
        return structures.get(call);
    }

    /** Gives the results of every {@code wanted} call that has several a structure. */
    void addStructures(FlowGraph graph, Predicate<Instruction.Call> wanted, ResultStructs structs) {
        for (int b = 0; b < graph.size(); b++) {
            graph.block(b).body().stream()
                    .filter(i -> i.results().size() > 1)
                    .map(Instruction.Call.class::cast)
                    .filter(wanted)
                    .forEach(i -> addStructure(i, structs));
        }
    }

    private void addStructure(Instruction.Call call, ResultStructs structs) {
        String prefix = ResultStructs.commonPrefix(call.results());
        Variable variable = structure(
                prefix.isEmpty() ? "result" : prefix.substring(0, prefix.length() - 1), structs.tag(call.function()));
        structures.put(call, variable);
        for (int i = 0; i < call.results().size(); i++) {
            memberOf.put(call.results().get(i), CExpr.name(variable.name()).dot(structs.member(call.function(), i)));
        }
    }

    /** The structure the function fills to return it. */
    Variable result(String tag) {
        if (result == null) {
            result = structure("result", tag);
        }
        return result;
    }

    private Variable structure(String wish, String tag) {
        return add(wish, CType.struct(tag));
    }

    private Variable add(String wish, CType type) {
        Variable variable = new Variable(names.fresh(wish), type, false);
        extra.add(variable);
        return variable;
    }

    private CType type(Value value) {
        return entries.of(value).map(dialect::entryType).orElseGet(() -> dialect.type(value.type()));
    }

    private Value leader(Value value) {
        Value leader = leaders.get(value);
        return leader.equals(value) ? value : leader(leader);
    }

    private void share(List<Value> parameters, List<Value> arguments) {
        for (int i = 0; i < parameters.size(); i++) {
            if (leaders.containsKey(parameters.get(i)) && leaders.containsKey(arguments.get(i))) {
                share(leader(parameters.get(i)), leader(arguments.get(i)));
            }
        }
    }

    private void share(Value a, Value b) {
        if (a.equals(b) || conflict(a, b) || !entries.of(a).equals(entries.of(b))) {
            return;
        }
        Value first = liveness.index(a) < liveness.index(b) ? a : b;
        Value second = first.equals(a) ? b : a;
        leaders.put(second, first);
        members.get(first).or(members.remove(second));
    }

    private boolean conflict(Value a, Value b) {
        BitSet all = members.get(b);
        return members.get(a).stream()
                .anyMatch(i -> liveness.conflicts(liveness.values().get(i)).intersects(all));
    }

    private void name(Function function, Uses uses) {
        for (Value parameter : function.parameters()) {
            variables.put(parameter, new Variable(names.fresh(wish(parameter, uses)), type(parameter), true));
        }
        for (Value value : liveness.values()) {
            Value leader = leader(value);
            if (!variables.containsKey(leader)) {
                variables.put(leader, new Variable(names.fresh(groupWish(leader, uses)), type(leader), false));
            }
        }
    }

    /** The first name the source gave to one of the group, else what the first is for. */
    private String groupWish(Value leader, Uses uses) {
        List<Value> group = new ArrayList<>();
        members.get(leader).stream().forEach(i -> group.add(liveness.values().get(i)));
        return group.stream()
                .filter(v -> !v.name().isEmpty())
                .findFirst()
                .map(Value::name)
                .orElseGet(() -> wish(leader, uses));
    }

    private static String wish(Value value, Uses uses) {
        if (!value.name().isEmpty()) {
            return value.name();
        }
        Instruction definition = uses.definition(value);
        return definition == null ? Roles.ofParameter(value.type()) : definition.accept(Roles.OF_RESULT);
    }
}

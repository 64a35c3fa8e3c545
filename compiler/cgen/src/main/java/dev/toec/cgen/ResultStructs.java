package dev.toec.cgen;

import dev.toec.ir.Block;
import dev.toec.ir.Function;
import dev.toec.ir.Instruction;
import dev.toec.ir.Terminator;
import dev.toec.ir.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Structures for functions with several results. Functions that return what another returned share its structure; members
 * are named after what callers, or the function itself, call the results.
 */
final class ResultStructs {
    private final Dialect dialect;
    private final Map<String, Function> functions = new LinkedHashMap<>();
    private final Map<String, String> leaders = new HashMap<>();
    private final Map<String, List<String>> members = new HashMap<>();

    ResultStructs(Dialect dialect, List<Function> all) {
        this.dialect = dialect;
        all.stream()
                .filter(f -> f.results().size() > 1)
                .map(EarlyReturns::apply)
                .forEach(f -> functions.put(f.name(), f));
        functions.keySet().forEach(f -> leaders.put(f, f));
        functions.values().forEach(this::shareWithCallees);
        all.forEach(this::nameAfterCalls);
        functions.values().forEach(this::nameAfterReturns);
        functions.keySet().forEach(f -> members.computeIfAbsent(leader(f), l -> plain(functions.get(l))));
    }

    /** The structure's tag for {@code function}. */
    String tag(String function) {
        return dialect.functionName(functions.get(nameGiver(function))) + "_result";
    }

    /** The member that holds result {@code number} of {@code function}. */
    String member(String function, int number) {
        return members.get(leader(function)).get(number);
    }

    /** The definition of the structure {@code function} is the first to return, if it is. */
    boolean defines(Function function) {
        return functions.containsKey(function.name()) && leader(function.name()).equals(function.name());
    }

    CStruct definition(Function function) {
        List<CStruct.Member> list = new ArrayList<>();
        for (int i = 0; i < function.results().size(); i++) {
            CType type = dialect.type(function.results().get(i));
            list.add(new CStruct.Member(type, member(function.name(), i), ""));
        }
        String giver = dialect.functionName(functions.get(nameGiver(function.name())));
        return new CStruct("What " + giver + "() finds.", tag(function.name()), list);
    }

    /** The last function that returns the structure: with callees first, the one the others help. */
    private String nameGiver(String function) {
        String leader = leader(function);
        return functions.keySet().stream()
                .filter(f -> leader(f).equals(leader))
                .reduce((a, b) -> b)
                .orElseThrow();
    }

    private String leader(String function) {
        String leader = leaders.get(function);
        return leader.equals(function) ? function : leader(leader);
    }

    private void shareWithCallees(Function function) {
        for (Block block : function.blocks()) {
            if (block.terminator() instanceof Terminator.Return r) {
                block.body().stream()
                        .filter(Instruction.Call.class::isInstance)
                        .map(Instruction.Call.class::cast)
                        .filter(c -> c.results().equals(r.values()))
                        .filter(c -> functions.containsKey(c.function()))
                        .forEach(c -> leaders.put(leader(function.name()), leader(c.function())));
            }
        }
    }

    private void nameAfterCalls(Function caller) {
        for (Block block : caller.blocks()) {
            for (Instruction instruction : block.body()) {
                if (instruction instanceof Instruction.Call call && functions.containsKey(call.function())) {
                    name(call.function(), call.results());
                }
            }
        }
    }

    private void nameAfterReturns(Function function) {
        for (Block block : function.blocks()) {
            if (block.terminator() instanceof Terminator.Return r) {
                name(function.name(), r.values());
            }
        }
    }

    private void name(String function, List<Value> values) {
        if (values.stream().noneMatch(v -> v.name().isEmpty())) {
            int prefix = commonPrefix(values).length();
            Names names = new Names(Set.of());
            members.putIfAbsent(
                    leader(function),
                    values.stream()
                            .map(v -> names.fresh(v.name().substring(prefix)))
                            .toList());
        }
    }

    private static List<String> plain(Function function) {
        List<String> list = new ArrayList<>();
        for (int i = 0; i < function.results().size(); i++) {
            list.add("value" + i);
        }
        return list;
    }

    /** What all names begin with, up to and with an underscore: {@code net_} of {@code net_src}, {@code net_dst}. */
    static String commonPrefix(List<Value> values) {
        String prefix = values.get(0).name();
        for (Value value : values) {
            while (!value.name().startsWith(prefix)) {
                prefix = prefix.substring(0, prefix.length() - 1);
            }
        }
        return prefix.substring(0, prefix.lastIndexOf('_') + 1);
    }
}

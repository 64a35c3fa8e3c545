package dev.toec.ir;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Removes block parameters that receive one value (or themselves) on every edge, until none is left. */
public final class TrivialParameters {
    private TrivialParameters() {}

    /** The same function without them. */
    public static Function remove(Function function) {
        Map<Value, Value> replaced = new HashMap<>();
        while (findOne(function, replaced)) {
            // Each removal can make another parameter trivial.
        }
        return replaced.isEmpty() ? function : apply(function, replaced);
    }

    private static boolean findOne(Function function, Map<Value, Value> replaced) {
        boolean found = false;
        Map<String, List<List<Value>>> incoming = incoming(function);
        for (Block block : function.blocks()) {
            for (int i = 0; i < block.parameters().size(); i++) {
                Value parameter = block.parameters().get(i);
                if (replaced.containsKey(parameter)) {
                    continue;
                }
                Set<Value> sources = new HashSet<>();
                for (List<Value> arguments : incoming.getOrDefault(block.label(), List.of())) {
                    sources.add(resolve(arguments.get(i), replaced));
                }
                sources.remove(parameter);
                if (sources.size() == 1) {
                    replaced.put(parameter, sources.iterator().next());
                    found = true;
                }
            }
        }
        return found;
    }

    private static Map<String, List<List<Value>>> incoming(Function function) {
        Map<String, List<List<Value>>> incoming = new HashMap<>();
        for (Block block : function.blocks()) {
            for (Terminator.Target target : block.terminator().targets()) {
                incoming.computeIfAbsent(target.block(), b -> new ArrayList<>()).add(target.arguments());
            }
        }
        return incoming;
    }

    private static Value resolve(Value value, Map<Value, Value> replaced) {
        Value v = value;
        while (replaced.containsKey(v)) {
            v = replaced.get(v);
        }
        return v;
    }

    private static Function apply(Function function, Map<Value, Value> replaced) {
        Map<String, List<Value>> kept = new HashMap<>();
        function.blocks().forEach(b -> kept.put(b.label(), b.parameters()));
        List<Block> blocks = new ArrayList<>();
        for (Block block : function.blocks()) {
            Block rewritten = Rewriter.operands(block, v -> resolve(v, replaced));
            Terminator terminator = Rewriter.targets(
                    rewritten.terminator(), t -> withoutReplaced(t, kept.get(t.block()), replaced.keySet()));
            List<Value> parameters = block.parameters().stream()
                    .filter(p -> !replaced.containsKey(p))
                    .toList();
            blocks.add(new Block(block.label(), parameters, rewritten.body(), terminator));
        }
        return function.withBlocks(blocks);
    }

    private static Terminator.Target withoutReplaced(
            Terminator.Target target, List<Value> parameters, Set<Value> replaced) {
        List<Value> arguments = new ArrayList<>();
        for (int i = 0; i < parameters.size(); i++) {
            if (!replaced.contains(parameters.get(i))) {
                arguments.add(target.arguments().get(i));
            }
        }
        return new Terminator.Target(target.block(), arguments);
    }
}

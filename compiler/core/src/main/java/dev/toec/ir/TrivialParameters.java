package dev.toec.ir;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Removes block parameters that receive one value (or themselves) on every edge, until none is left. A removal can make
 * the parameters it was handed to trivial, so those are looked at again. Parameters are looked at in the order in which
 * control comes to them: most are then replaced by their final value at once.
 */
public final class TrivialParameters {
    private final Function function;
    private final Map<Value, List<Value>> arguments = new LinkedHashMap<>();
    private final Map<Value, List<Value>> handedTo = new HashMap<>();
    private final Map<Value, Value> replaced = new HashMap<>();

    private TrivialParameters(Function function) {
        this.function = function;
    }

    /** The same function without them. */
    public static Function remove(Function function) {
        TrivialParameters pass = new TrivialParameters(function);
        pass.collect();
        pass.replaceAll();
        return pass.replaced.isEmpty() ? function : pass.rewritten();
    }

    private void collect() {
        Map<String, List<Value>> parameters = new HashMap<>();
        function.blocks().forEach(b -> parameters.put(b.label(), b.parameters()));
        for (Block block : function.blocks()) {
            for (Terminator.Target target : block.terminator().targets()) {
                List<Value> of = parameters.get(target.block());
                for (int i = 0; i < of.size(); i++) {
                    Value argument = target.arguments().get(i);
                    arguments.computeIfAbsent(of.get(i), p -> new ArrayList<>()).add(argument);
                    handedTo.computeIfAbsent(argument, a -> new ArrayList<>()).add(of.get(i));
                }
            }
        }
    }

    private void replaceAll() {
        Deque<Value> work = new ArrayDeque<>(arguments.keySet());
        while (!work.isEmpty()) {
            Value parameter = work.remove();
            Value only = replaced.containsKey(parameter) ? null : onlySource(parameter);
            if (only != null) {
                replaced.put(parameter, only);
                List<Value> users = remainingUsers(parameter);
                work.addAll(users);
                handedTo.computeIfAbsent(only, a -> new ArrayList<>()).addAll(users);
            }
        }
    }

    private List<Value> remainingUsers(Value parameter) {
        List<Value> users = new ArrayList<>();
        for (Value user : handedTo.getOrDefault(parameter, List.of())) {
            if (!replaced.containsKey(user)) {
                users.add(user);
            }
        }
        handedTo.remove(parameter);
        return users;
    }

    /** The one value {@code parameter} can have besides itself, or {@code null}. */
    private Value onlySource(Value parameter) {
        Value only = null;
        for (Value argument : arguments.get(parameter)) {
            Value source = resolve(argument);
            if (source.equals(parameter) || source.equals(only)) {
                continue;
            }
            if (only != null) {
                return null;
            }
            only = source;
        }
        return only;
    }

    private Value resolve(Value value) {
        Value end = value;
        for (Value next = replaced.get(end); next != null; next = replaced.get(end)) {
            end = next;
        }
        for (Value v = value; v != end; ) {
            v = replaced.put(v, end);
        }
        return end;
    }

    private Function rewritten() {
        Map<String, List<Value>> before = new HashMap<>();
        function.blocks().forEach(b -> before.put(b.label(), b.parameters()));
        List<Block> blocks = new ArrayList<>();
        for (Block block : function.blocks()) {
            Block renamed = Rewriter.operands(block, this::resolve);
            Terminator terminator =
                    Rewriter.targets(renamed.terminator(), t -> kept(t, before.get(t.block()), replaced.keySet()));
            List<Value> parameters = block.parameters().stream()
                    .filter(p -> !replaced.containsKey(p))
                    .toList();
            blocks.add(new Block(block.label(), parameters, renamed.body(), terminator));
        }
        return function.withBlocks(blocks);
    }

    private static Terminator.Target kept(Terminator.Target target, List<Value> parameters, Set<Value> removed) {
        List<Value> arguments = new ArrayList<>();
        for (int i = 0; i < parameters.size(); i++) {
            if (!removed.contains(parameters.get(i))) {
                arguments.add(target.arguments().get(i));
            }
        }
        return new Terminator.Target(target.block(), arguments);
    }
}

package dev.toec.cgen;

import dev.toec.ir.Instruction;
import dev.toec.ir.Terminator;
import dev.toec.ir.Value;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What is needed and where: an instruction whose result nobody needs and that has no effect is not written. */
final class Uses {
    /** A place that reads a value: instruction {@code index} of a block, or behind the last one its terminator. */
    record Site(int block, int index) {}

    private final FlowGraph graph;
    private final Callees callees;
    private final Effects effects;
    private final Map<Value, Instruction> definitions = new HashMap<>();
    private final Map<Value, Integer> parameterBlocks = new HashMap<>();
    private final Set<Value> needed = new HashSet<>();
    private final Map<Value, List<Site>> sites = new HashMap<>();

    Uses(FlowGraph graph, Callees callees) {
        this.graph = graph;
        this.callees = callees;
        this.effects = callees.effects();
        for (int b = 0; b < graph.size(); b++) {
            int block = b;
            graph.block(b).body().forEach(i -> i.results().forEach(v -> definitions.put(v, i)));
            graph.block(b).parameters().forEach(p -> parameterBlocks.put(p, block));
        }
        findNeeded();
        findSites();
    }

    /** The instruction that defines {@code value}; {@code null} of a parameter. */
    Instruction definition(Value value) {
        return definitions.get(value);
    }

    boolean isNeeded(Value value) {
        return needed.contains(value);
    }

    boolean isWritten(Instruction instruction) {
        return Effects.matters(effects.of(instruction))
                || instruction.results().stream().anyMatch(needed::contains);
    }

    /** The places that read {@code value}, one per operand. */
    List<Site> of(Value value) {
        return sites.getOrDefault(value, List.of());
    }

    /** What {@code instruction} reads. */
    List<Value> operands(Instruction instruction) {
        return callees.operands(instruction);
    }

    /** What the terminator itself reads, arguments of edges aside. */
    static List<Value> ownOperands(Terminator terminator) {
        return terminator.accept(new Terminator.Visitor<>() {
            @Override
            public List<Value> jump(Terminator.Jump t) {
                return List.of();
            }

            @Override
            public List<Value> branch(Terminator.Branch t) {
                return t.whenTrue().equals(t.whenFalse()) ? List.of() : List.of(t.condition());
            }

            @Override
            public List<Value> switchOn(Terminator.Switch t) {
                boolean decides = t.targets().stream().distinct().count() > 1;
                return decides ? List.of(t.value()) : List.of();
            }

            @Override
            public List<Value> returns(Terminator.Return t) {
                return t.values();
            }
        });
    }

    /** What the terminator reads: its own operands, and the arguments for parameters that are needed. */
    List<Value> operands(Terminator terminator) {
        List<Value> all = new ArrayList<>(ownOperands(terminator));
        terminator.targets().stream().distinct().forEach(target -> {
            List<Value> parameters = graph.block(graph.number(target.block())).parameters();
            for (int i = 0; i < parameters.size(); i++) {
                if (isNeeded(parameters.get(i))) {
                    all.add(target.arguments().get(i));
                }
            }
        });
        return all;
    }

    private void findNeeded() {
        Deque<Value> work = new ArrayDeque<>();
        for (int b = 0; b < graph.size(); b++) {
            graph.block(b).body().stream()
                    .filter(i -> Effects.matters(effects.of(i)))
                    .forEach(i -> work.addAll(operands(i)));
            work.addAll(ownOperands(graph.block(b).terminator()));
        }
        while (!work.isEmpty()) {
            Value value = work.pop();
            if (!needed.add(value)) {
                continue;
            }
            if (definitions.containsKey(value)) {
                work.addAll(operands(definitions.get(value)));
            } else if (parameterBlocks.containsKey(value)) {
                work.addAll(argumentsFor(value));
            }
        }
    }

    private List<Value> argumentsFor(Value parameter) {
        int block = parameterBlocks.get(parameter);
        int position = graph.block(block).parameters().indexOf(parameter);
        String label = graph.block(block).label();
        return graph.predecessors(block).stream()
                .flatMap(p -> graph.block(p).terminator().targets().stream())
                .filter(t -> t.block().equals(label))
                .map(t -> t.arguments().get(position))
                .toList();
    }

    private void findSites() {
        for (int b = 0; b < graph.size(); b++) {
            List<Instruction> body = graph.block(b).body();
            for (int i = 0; i < body.size(); i++) {
                if (isWritten(body.get(i))) {
                    read(operands(body.get(i)), new Site(b, i));
                }
            }
            read(operands(graph.block(b).terminator()), new Site(b, body.size()));
        }
    }

    private void read(List<Value> values, Site site) {
        values.forEach(v -> sites.computeIfAbsent(v, x -> new ArrayList<>()).add(site));
    }
}

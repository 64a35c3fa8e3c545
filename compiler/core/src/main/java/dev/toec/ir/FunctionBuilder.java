package dev.toec.ir;

import dev.toec.source.Span;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.LongFunction;

/**
 * Builds a function block by block and turns mutable locals into SSA values on the way (Braun et al., "Simple and
 * Efficient Construction of Static Single Assignment Form", CC 2013): a block is <em>sealed</em> once all its
 * predecessors are known; a local read in an unsealed block becomes a block parameter that sealing completes.
 *
 * <p>Parameters that turn out to carry one value only are removed by {@link #build}.
 */
public final class FunctionBuilder {
    /** A mutable local: a name for people and a type; identity is the object. */
    public static final class Local {
        private final String name;
        private final IrType type;

        public Local(String name, IrType type) {
            this.name = name;
            this.type = type;
        }

        public IrType type() {
            return type;
        }

        @Override
        public String toString() {
            return name;
        }
    }

    /** A block under construction. */
    public static final class Draft {
        private final String label;
        private final Map<Value, Local> parameters = new LinkedHashMap<>();
        private final List<Instruction> body = new ArrayList<>();
        private final Map<Local, Value> locals = new HashMap<>();
        private final List<Draft> predecessors = new ArrayList<>();
        private Terminator terminator;
        private boolean sealed;

        private Draft(String label) {
            this.label = label;
        }

        /** The label it will have. */
        public String label() {
            return label;
        }

        /** Whether it has ended. */
        public boolean isTerminated() {
            return terminator != null;
        }

        /** Whether control can reach it, as far as known. */
        public boolean isReachable() {
            return label.equals("entry") || !predecessors.isEmpty();
        }
    }

    private final String name;
    private final String doc;
    private final Span span;
    private final List<Value> parameters = new ArrayList<>();
    private final List<Draft> drafts = new ArrayList<>();
    private final Map<String, Integer> labels = new HashMap<>();
    private final Deque<Runnable> unfilled = new ArrayDeque<>();
    private boolean filling;
    private final Map<Draft, Map<Draft, Map<Value, Value>>> arguments = new HashMap<>();
    private int nextValue;
    private Draft current;

    public FunctionBuilder(String name, String doc, Span span) {
        this.name = name;
        this.doc = doc;
        this.span = span;
        current = newBlock("entry");
        seal(current);
    }

    /** Adds a parameter of the function. */
    public Value parameter(String hint, IrType type) {
        Value value = value(hint, type);
        parameters.add(value);
        return value;
    }

    /** A fresh value that the next instruction added will define. */
    public Value value(String hint, IrType type) {
        return new Value(nextValue++, type, hint);
    }

    /** A new block, unsealed; {@code hint} is a letter-led identifier, made unique with a number where needed. */
    public Draft newBlock(String hint) {
        String label = hint;
        while (labels.containsKey(label)) {
            label = hint + labels.merge(hint, 1, Integer::sum);
        }
        labels.put(label, 1);
        Draft draft = new Draft(label);
        drafts.add(draft);
        return draft;
    }

    /** The block instructions are added to. */
    public Draft current() {
        return current;
    }

    /** Goes on in {@code draft}. */
    public void moveTo(Draft draft) {
        current = draft;
    }

    /** Appends to the current block; what follows a terminator is unreachable and dropped. */
    public void add(Instruction instruction) {
        if (!current.isTerminated()) {
            current.body.add(instruction);
        }
    }

    /** Says that all edges into {@code draft} are known. */
    public void seal(Draft draft) {
        if (draft.sealed) {
            throw new IllegalStateException(draft.label + " is sealed already");
        }
        draft.sealed = true;
        for (Map.Entry<Value, Local> parameter : List.copyOf(draft.parameters.entrySet())) {
            fill(draft, parameter.getKey(), parameter.getValue());
        }
    }

    /** Sets {@code local} in the current block. */
    public void write(Local local, Value value) {
        if (value.type() != local.type) {
            throw new IllegalArgumentException(local + " holds " + local.type + ", not " + value.type());
        }
        current.locals.put(local, value);
    }

    /** The value of {@code local} at this point of the current block. It must have been written on every path. */
    public Value read(Local local) {
        return read(local, current);
    }

    /** Walks up single predecessors in a loop, not by recursion: a long program is a long chain of blocks. */
    private Value read(Local local, Draft draft) {
        List<Draft> passed = new ArrayList<>();
        Draft at = draft;
        while (!at.locals.containsKey(local) && at.sealed && at.predecessors.size() == 1) {
            passed.add(at);
            at = at.predecessors.get(0);
        }
        Value value = at.locals.containsKey(local) ? at.locals.get(local) : addParameter(local, at);
        passed.forEach(d -> d.locals.put(local, value));
        return value;
    }

    private Value addParameter(Local local, Draft draft) {
        if (draft.sealed && draft.predecessors.isEmpty()) {
            throw new IllegalStateException(local + " is read in " + draft.label + " before it is written");
        }
        Value value = value(local.name, local.type);
        draft.parameters.put(value, local);
        draft.locals.put(local, value);
        if (draft.sealed) {
            fill(draft, value, local);
        }
        return value;
    }

    /** Finds what each edge hands over; filling one parameter may add another, which then waits its turn. */
    private void fill(Draft draft, Value parameter, Local local) {
        unfilled.add(() -> draft.predecessors.forEach(predecessor -> arguments
                .computeIfAbsent(predecessor, d -> new HashMap<>())
                .computeIfAbsent(draft, d -> new HashMap<>())
                .put(parameter, read(local, predecessor))));
        if (!filling) {
            filling = true;
            while (!unfilled.isEmpty()) {
                unfilled.remove().run();
            }
            filling = false;
        }
    }

    /** Ends the current block with a jump. */
    public void jump(Draft target, Span where) {
        end(new Terminator.Jump(to(target), where), target);
    }

    /** Ends the current block with a branch. */
    public void branch(Value condition, Draft whenTrue, Draft whenFalse, Span where) {
        end(new Terminator.Branch(condition, to(whenTrue), to(whenFalse), where), whenTrue, whenFalse);
    }

    /** Ends the current block with a switch on plain numbers. */
    public void switchOn(Value value, Map<Long, Draft> cases, Draft otherwise, Span where) {
        switchOn(value, cases, constant -> "", otherwise, where);
    }

    /** Ends the current block with a switch; {@code symbol} names its constants, see {@link Terminator.Switch.Case}. */
    public void switchOn(
            Value value, Map<Long, Draft> cases, LongFunction<String> symbol, Draft otherwise, Span where) {
        List<Terminator.Switch.Case> irCases = new ArrayList<>();
        List<Draft> successors = new ArrayList<>();
        for (Map.Entry<Long, Draft> entry : cases.entrySet()) {
            long constant = entry.getKey() & value.type().mask();
            irCases.add(new Terminator.Switch.Case(constant, symbol.apply(constant), to(entry.getValue())));
            successors.add(entry.getValue());
        }
        successors.add(otherwise);
        end(new Terminator.Switch(value, irCases, to(otherwise), where), successors.toArray(Draft[]::new));
    }

    /** Ends the current block by leaving the function. */
    public void returns(List<Value> values, Span where) {
        end(new Terminator.Return(values, where));
    }

    private static Terminator.Target to(Draft draft) {
        return new Terminator.Target(draft.label, List.of());
    }

    private void end(Terminator terminator, Draft... successors) {
        if (current.isTerminated()) {
            return;
        }
        current.terminator = terminator;
        for (Draft successor : successors) {
            if (successor.sealed) {
                throw new IllegalStateException("edge into sealed block " + successor.label);
            }
            if (!successor.predecessors.contains(current)) {
                successor.predecessors.add(current);
            }
        }
    }

    /**
     * The finished function, without unreachable blocks and without block parameters that carry one value only.
     *
     * @param results the types it returns
     */
    public Function build(List<IrType> results) {
        for (Draft draft : drafts) {
            if (!draft.sealed) {
                throw new IllegalStateException(draft.label + " was never sealed");
            }
            if (draft.isReachable() && !draft.isTerminated()) {
                throw new IllegalStateException(draft.label + " never ends");
            }
        }
        Map<String, Draft> byLabel = new LinkedHashMap<>();
        drafts.forEach(d -> byLabel.put(d.label, d));
        List<Block> blocks = new ArrayList<>();
        for (Draft draft : reachable(byLabel)) {
            Terminator terminator = Rewriter.targets(
                    draft.terminator,
                    t -> new Terminator.Target(t.block(), argumentsFor(draft, byLabel.get(t.block()))));
            blocks.add(new Block(draft.label, List.copyOf(draft.parameters.keySet()), draft.body, terminator));
        }
        return TrivialParameters.remove(new Function(name, doc, parameters, results, blocks, span));
    }

    private List<Value> argumentsFor(Draft from, Draft to) {
        Map<Value, Value> known = arguments.getOrDefault(from, Map.of()).getOrDefault(to, Map.of());
        return to.parameters.keySet().stream().map(known::get).toList();
    }

    private List<Draft> reachable(Map<String, Draft> byLabel) {
        Set<Draft> seen = new HashSet<>();
        List<Draft> work = new ArrayList<>(List.of(drafts.get(0)));
        while (!work.isEmpty()) {
            Draft draft = work.remove(work.size() - 1);
            if (seen.add(draft)) {
                draft.terminator.targets().forEach(t -> work.add(byLabel.get(t.block())));
            }
        }
        return drafts.stream().filter(seen::contains).toList();
    }
}

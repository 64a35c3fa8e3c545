package dev.toec.cgen;

import dev.toec.ir.Block;
import dev.toec.ir.Function;
import dev.toec.ir.Terminator;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Writes the control flow of a reducible function as structured statements.
 *
 * <p>A block that {@link Placement} sets behind another is reached by falling through, by {@code break} or by
 * {@code continue}; only where none of them leads there, by {@code goto}. Every other block is written at the one jump to
 * it. Where one way of a branch never comes back the other one goes on unindented.
 */
public final class Structurer {
    /** The block number of no block. */
    private static final int NOWHERE = -2;

    /** From so many blocks on, a way out of a switch goes on behind it if it can. */
    private static final int LONG = 3;

    /** Where {@code break} and {@code continue} lead; -1 is nowhere. */
    private record Scope(int breakTarget, int continueTarget) {
        static final Scope FUNCTION = new Scope(-1, -1);
    }

    private final FlowGraph graph;
    private final Placement placement;
    private final BlockCode code;
    private final Set<Integer> labelled = new HashSet<>();

    Structurer(FlowGraph graph, BlockCode code) {
        this.graph = graph;
        this.placement = new Placement(graph);
        this.code = code;
    }

    /** Whether {@code function} can be written in structured form: every cycle has one entry. */
    public static boolean isReducible(Function function) {
        return new FlowGraph(function).isReducible();
    }

    /** The body of the function. */
    List<CStmt> structure() {
        List<CStmt> body = sequence(0, -1, Scope.FUNCTION, false);
        return Labels.keep(body, labelled.stream().map(this::label).toList());
    }

    private String label(int block) {
        return Names.safe(graph.block(block).label());
    }

    /** A run of statements under construction, and the placed blocks that still follow it. */
    private final class Run {
        private final List<CStmt> out = new ArrayList<>();
        private final Deque<Integer> pending = new ArrayDeque<>();
        private final int follow;
        private final Scope scope;

        Run(int follow, Scope scope) {
            this.follow = follow;
            this.scope = scope;
        }

        /** The block control reaches by running off the end of what is written so far. */
        int next() {
            return pending.isEmpty() ? follow : pending.peek();
        }

        /** Marks where {@code block} begins, once. */
        void label(int block) {
            CStmt label = new CStmt.Label(Structurer.this.label(block));
            if (out.isEmpty() || !out.get(out.size() - 1).equals(label)) {
                out.add(label);
            }
        }

        /** Lets {@code blocks} follow, but for a loop's step, which the loop statement holds. */
        void after(List<Integer> blocks) {
            for (int i = blocks.size() - 1; i >= 0; i--) {
                if (blocks.get(i) != scope.continueTarget) {
                    pending.push(blocks.get(i));
                }
            }
        }
    }

    /** The code from {@code first} on; whoever runs off its end is at {@code follow}. */
    private List<CStmt> sequence(int first, int follow, Scope scope, boolean insideItsLoop) {
        Run run = new Run(follow, scope);
        int block = first;
        boolean inside = insideItsLoop;
        while (block >= 0) {
            int next = graph.isHeader(block) && !inside ? loop(block, run) : plain(block, run);
            inside = false;
            if (next < 0 && !run.pending.isEmpty()) {
                next = run.pending.pop();
                run.label(next);
            }
            block = next;
        }
        return run.out;
    }

    private int loop(int header, Run run) {
        run.after(placement.afterLoop(header));
        int step = stepOf(header);
        int again = step < 0 ? header : step;
        List<CStmt> body = sequence(header, again, new Scope(run.next(), again), true);
        List<CStmt.Assign> steps = step < 0 ? List.of() : stepAssignments(step);
        // A jump to the header from an inner loop starts the statement anew.
        run.label(header);
        run.out.add(new CStmt.For(Optional.empty(), Optional.empty(), steps, body));
        return -1;
    }

    /** The meeting point before the only edge back, if it does nothing but set one variable: {@code for}'s step. */
    private int stepOf(int header) {
        List<Integer> latches = graph.predecessors(header).stream()
                .filter(p -> FlowGraph.isBackEdge(p, header))
                .toList();
        int latch = latches.get(0);
        boolean stands = latches.size() == 1 && latch != header && placement.isPlaced(latch);
        return stands && graph.innermostLoop(latch) == header && isStep(latch) ? latch : -1;
    }

    private boolean isStep(int latch) {
        return graph.block(latch).terminator() instanceof Terminator.Jump
                && code.body(graph.block(latch)).isEmpty()
                && stepAssignments(latch).size() == 1;
    }

    private List<CStmt.Assign> stepAssignments(int latch) {
        return code.edge(graph.block(latch).terminator().targets().get(0));
    }

    /** Writes one block and its way out; the block to go on with, or -1 where the run goes on with what is pending. */
    private int plain(int number, Run run) {
        Block block = graph.block(number);
        run.out.addAll(code.body(block));
        run.after(placement.afterBlock(number));
        return block.terminator().accept(new Terminator.Visitor<>() {
            @Override
            public Integer jump(Terminator.Jump t) {
                return goOn(number, t.target(), run);
            }

            @Override
            public Integer branch(Terminator.Branch t) {
                return Structurer.this.branch(number, t, run);
            }

            @Override
            public Integer switchOn(Terminator.Switch t) {
                return Structurer.this.switchOn(number, t, run);
            }

            @Override
            public Integer returns(Terminator.Return t) {
                run.out.addAll(code.returns(t));
                return -1;
            }
        });
    }

    /** Takes an edge at the end of the run: falls through, leaves, or goes on with the target. */
    private int goOn(int from, Terminator.Target edge, Run run) {
        run.out.addAll(code.edge(edge));
        int target = graph.number(edge.block());
        if (isWrittenHere(from, target)) {
            return target;
        }
        run.out.addAll(transfer(target, run.next(), run.scope));
        return -1;
    }

    private boolean isWrittenHere(int from, int target) {
        return !FlowGraph.isBackEdge(from, target) && !placement.isPlaced(target);
    }

    private List<CStmt> transfer(int target, int next, Scope scope) {
        if (target == next) {
            return List.of();
        }
        if (target == scope.continueTarget) {
            return List.of(new CStmt.Continue());
        }
        if (target == scope.breakTarget) {
            return List.of(new CStmt.Break());
        }
        labelled.add(target);
        return List.of(new CStmt.Goto(label(target)));
    }

    /** What happens along an edge, up to {@code follow} or away. */
    private List<CStmt> arm(int from, Terminator.Target edge, int follow, Scope scope) {
        List<CStmt> out = new ArrayList<>(code.edge(edge));
        int target = graph.number(edge.block());
        out.addAll(
                isWrittenHere(from, target) ? sequence(target, follow, scope, false) : transfer(target, follow, scope));
        return out;
    }

    private int weight(int from, Terminator.Target edge) {
        int target = graph.number(edge.block());
        return isWrittenHere(from, target) ? graph.subtree(target) : 0;
    }

    /** Whether less is written on the way {@code a}: in blocks, and where they are as many, in statements of the first. */
    private boolean isLighter(int from, Terminator.Target a, Terminator.Target b) {
        int difference = weight(from, a) - weight(from, b);
        return difference < 0 || difference == 0 && statements(from, a) <= statements(from, b);
    }

    private int statements(int from, Terminator.Target edge) {
        int target = graph.number(edge.block());
        return isWrittenHere(from, target) ? code.body(graph.block(target)).size() : 0;
    }

    private int branch(int from, Terminator.Branch t, Run run) {
        if (t.whenTrue().equals(t.whenFalse())) {
            return goOn(from, t.whenTrue(), run);
        }
        CExpr condition = code.condition(t.condition());
        boolean trueFirst = isLighter(from, t.whenTrue(), t.whenFalse());
        Terminator.Target light = trueFirst ? t.whenTrue() : t.whenFalse();
        Terminator.Target heavy = trueFirst ? t.whenFalse() : t.whenTrue();
        CExpr toLight = trueFirst ? condition : condition.negated();
        List<CStmt> lightArm = arm(from, light, run.next(), run.scope);
        if (!lightArm.isEmpty() && !Completion.completes(lightArm)) {
            run.out.add(new CStmt.If(toLight, lightArm, List.of()));
            return goOn(from, heavy, run);
        }
        List<CStmt> heavyArm = arm(from, heavy, run.next(), run.scope);
        if (!heavyArm.isEmpty() && !Completion.completes(heavyArm)) {
            run.out.add(new CStmt.If(toLight.negated(), heavyArm, List.of()));
            run.out.addAll(lightArm);
            return -1;
        }
        both(condition, trueFirst ? lightArm : heavyArm, trueFirst ? heavyArm : lightArm, run);
        return -1;
    }

    private static void both(CExpr condition, List<CStmt> whenTrue, List<CStmt> whenFalse, Run run) {
        if (whenTrue.isEmpty() && !whenFalse.isEmpty()) {
            run.out.add(new CStmt.If(condition.negated(), whenFalse, List.of()));
        } else if (!whenTrue.isEmpty()) {
            run.out.add(new CStmt.If(condition, whenTrue, whenFalse));
        }
    }

    private int switchOn(int from, Terminator.Switch t, Run run) {
        Map<Terminator.Target, List<Terminator.Switch.Case>> arms = new LinkedHashMap<>();
        t.cases().stream()
                .filter(c -> !c.target().equals(t.otherwise()))
                .forEach(c ->
                        arms.computeIfAbsent(c.target(), x -> new ArrayList<>()).add(c));
        if (arms.isEmpty()) {
            return goOn(from, t.otherwise(), run);
        }
        int labelsBefore = labelled.size();
        Set<Integer> saved = Set.copyOf(labelled);
        CExpr value = code.scrutinee(t.value());
        Optional<CStmt> chain = Optional.empty();
        Optional<Terminator.Target> main = mainWay(from, t, arms, run);
        CStmt.Switch whole = switchStatement(from, t, arms, value, run, main);
        if (labelled.size() > labelsBefore && value instanceof CExpr.Name) {
            chain = chainWithoutGoto(from, t, arms, value, run, saved);
        }
        run.out.add(chain.orElse(whole));
        return chain.isEmpty() && main.isPresent() ? goOn(from, main.get(), run) : -1;
    }

    /** The way with the most behind it, if no other one comes back: it goes on behind the switch, unindented. */
    private Optional<Terminator.Target> mainWay(
            int from, Terminator.Switch t, Map<Terminator.Target, List<Terminator.Switch.Case>> arms, Run run) {
        List<Terminator.Target> ways = new ArrayList<>(arms.keySet());
        ways.add(t.otherwise());
        Terminator.Target heaviest =
                ways.stream().max(Comparator.comparingInt(w -> weight(from, w))).orElseThrow();
        if (weight(from, heaviest) < LONG || !code.edge(heaviest).isEmpty()) {
            return Optional.empty();
        }
        Set<Integer> before = Set.copyOf(labelled);
        Scope scope = new Scope(NOWHERE, run.scope.continueTarget);
        boolean othersLeave = ways.stream()
                .filter(w -> !w.equals(heaviest))
                .noneMatch(w -> Completion.completes(arm(from, w, run.next(), scope)));
        labelled.retainAll(before);
        return othersLeave ? Optional.of(heaviest) : Optional.empty();
    }

    private CStmt.Switch switchStatement(
            int from,
            Terminator.Switch t,
            Map<Terminator.Target, List<Terminator.Switch.Case>> arms,
            CExpr value,
            Run run,
            Optional<Terminator.Target> main) {
        Scope scope = new Scope(main.isPresent() ? NOWHERE : run.next(), run.scope.continueTarget);
        List<CStmt.Switch.Case> cases = new ArrayList<>();
        arms.forEach((target, constants) -> {
            List<CExpr> labels = constants.stream().map(code::label).toList();
            List<CStmt> body = main.filter(target::equals).isPresent()
                    ? List.of(new CStmt.Break())
                    : closed(arm(from, target, run.next(), scope));
            cases.add(new CStmt.Switch.Case(labels, body));
        });
        List<CStmt> otherwise = main.filter(t.otherwise()::equals).isPresent()
                ? List.of()
                : arm(from, t.otherwise(), run.next(), scope);
        return new CStmt.Switch(value, cases, otherwise.isEmpty() ? otherwise : closed(otherwise));
    }

    private static List<CStmt> closed(List<CStmt> arm) {
        if (!Completion.completes(arm)) {
            return arm;
        }
        List<CStmt> closed = new ArrayList<>(arm);
        closed.add(new CStmt.Break());
        return closed;
    }

    /** Inside a loop an arm may want to break out of it, which a switch forbids and a chain of ifs allows. */
    private Optional<CStmt> chainWithoutGoto(
            int from,
            Terminator.Switch t,
            Map<Terminator.Target, List<Terminator.Switch.Case>> arms,
            CExpr value,
            Run run,
            Set<Integer> before) {
        Set<Integer> withSwitch = Set.copyOf(labelled);
        labelled.retainAll(before);
        List<CStmt> chain = arm(from, t.otherwise(), run.next(), run.scope);
        List<Map.Entry<Terminator.Target, List<Terminator.Switch.Case>>> entries = new ArrayList<>(arms.entrySet());
        for (int i = entries.size() - 1; i >= 0; i--) {
            CExpr condition = entries.get(i).getValue().stream()
                    .map(c -> CExpr.binary(COperator.EQ, value, code.label(c)))
                    .reduce((a, b) -> CExpr.binary(COperator.LOGICAL_OR, a, b))
                    .orElseThrow();
            List<CStmt> then = arm(from, entries.get(i).getKey(), run.next(), run.scope);
            chain = List.of(new CStmt.If(condition, then, chain));
        }
        boolean better = labelled.size() == before.size();
        if (!better) {
            labelled.addAll(withSwitch);
        }
        return better ? Optional.of(chain.get(0)) : Optional.empty();
    }
}

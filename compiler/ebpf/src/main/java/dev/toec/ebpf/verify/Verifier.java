package dev.toec.ebpf.verify;

import dev.toec.diag.Code;
import dev.toec.ebpf.elf.Fault;
import dev.toec.ebpf.elf.Refusal;
import dev.toec.ebpf.load.LinkedProgram;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Proves a program safe by following every path, as Linux does: at the beginning of each basic block the state is compared
 * with those already explored there, and a path that can do nothing new ends. Loops are followed round by round; one that
 * comes back to the same state has no bound. A budget of steps keeps time and memory bounded.
 */
public final class Verifier {
    /** Most instructions looked at over all paths, as in Linux. */
    public static final int MAX_STEPS = 1_000_000;

    /** Most states kept per basic block; beyond, the oldest explored one is forgotten. */
    private static final int MAX_VISITS = 40;

    /** Visits of one block in a round of an endless loop that is told from one that is only long. */
    private static final int LONGEST_ROUND = 4;

    /** Most functions active at once. */
    public static final int MAX_FRAMES = 8;

    private final LinkedProgram program;
    private final ControlFlow flow;
    private final Liveness liveness;
    private final Facts facts = new Facts();
    private final List<BitSet> loaded = new ArrayList<>();
    private final Map<Integer, Deque<Visit>> visits = new HashMap<>();
    private final Deque<State> waiting = new ArrayDeque<>();
    private final Step step;
    private int steps;

    private Verifier(LinkedProgram program) throws Refusal {
        this.program = program;
        this.flow = ControlFlow.of(program);
        this.liveness = Liveness.of(program, flow);
        for (int i = 0; i < MAX_FRAMES; i++) {
            loaded.add(new BitSet());
        }
        this.step = new Step(program, facts, loaded);
    }

    /** A program that was proved safe, with what was learned on the way. */
    public record Proof(LinkedProgram program, ControlFlow flow, Liveness liveness, Facts facts) {}

    /** Proves {@code program} safe, or refuses it with the first fault found. */
    public static Proof verify(LinkedProgram program) throws Refusal {
        Verifier verifier = new Verifier(program);
        verifier.explore();
        verifier.facts.steps(verifier.steps);
        return new Proof(program, verifier.flow, verifier.liveness, verifier.facts);
    }

    private void explore() throws Refusal {
        waiting.push(State.initial());
        while (!waiting.isEmpty()) {
            follow(waiting.pop());
        }
    }

    private void follow(State start) throws Refusal {
        State state = start;
        while (state != null) {
            int slot = state.slot;
            if (flow.isLeader(slot) && isKnown(state)) {
                state.visit.end();
                return;
            }
            spend(slot);
            facts.reach(slot);
            state = execute(state, slot);
        }
    }

    private State execute(State state, int slot) throws Refusal {
        Visit visit = state.visit;
        List<State> next;
        try {
            next = step.execute(state, program.insn(slot));
        } catch (Refusal refusal) {
            throw refusal.fault().at(slot).refusal();
        }
        if (next.isEmpty()) {
            visit.end();
            return null;
        }
        for (State other : next.subList(1, next.size())) {
            visit.branch();
            waiting.push(other);
        }
        return next.get(0);
    }

    private void spend(int slot) throws Refusal {
        if (++steps > MAX_STEPS) {
            throw Fault.of(Code.E0829, "the program is not proved to end within " + MAX_STEPS + " steps")
                    .at(slot)
                    .withNote("every path is followed; a loop counts once per round")
                    .withFix("give the loop a smaller constant bound, or move work out of it")
                    .refusal();
        }
    }

    /** Whether all that follows was explored before; if not, remembers the state. */
    private boolean isKnown(State state) throws Refusal {
        Deque<Visit> known = visits.computeIfAbsent(state.slot, s -> new ArrayDeque<>());
        int open = 0;
        for (Visit visit : known) {
            if (visit.isOpen()) {
                if (open++ < LONGEST_ROUND) {
                    checkProgress(visit, state);
                }
            } else if (Subsumption.covers(visit.state, state, liveness, loaded)) {
                return true;
            }
        }
        if (known.size() >= MAX_VISITS) {
            known.removeLast();
        }
        Visit visit = new Visit(state.copy(), state.visit);
        known.addFirst(visit);
        state.visit = visit;
        return false;
    }

    private void checkProgress(Visit visit, State state) throws Refusal {
        if (Subsumption.same(visit.state, state, liveness, loaded)) {
            throw Fault.of(Code.E0829, "the loop that begins here may never end")
                    .at(state.slot)
                    .withNote("a round leaves everything as it was, so nothing stops another one")
                    .withFix("count the rounds in a variable with a constant bound: `for (int i = 0; i < 16; i++)`")
                    .refusal();
        }
    }
}

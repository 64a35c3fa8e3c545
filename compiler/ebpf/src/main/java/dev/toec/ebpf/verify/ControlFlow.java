package dev.toec.ebpf.verify;

import dev.toec.diag.Code;
import dev.toec.ebpf.elf.Fault;
import dev.toec.ebpf.elf.Refusal;
import dev.toec.ebpf.insn.Insn;
import dev.toec.ebpf.load.LinkedProgram;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;

/** Where control goes from each instruction, checked to stay inside of functions and to reach everything. */
public final class ControlFlow {
    private final LinkedProgram program;
    private final BitSet leaders = new BitSet();
    private final NavigableSet<Integer> functions;

    private ControlFlow(LinkedProgram program) {
        this.program = program;
        this.functions = new TreeSet<>(program.functions().keySet());
    }

    /** Checks and collects. */
    public static ControlFlow of(LinkedProgram program) throws Refusal {
        ControlFlow flow = new ControlFlow(program);
        flow.check();
        return flow;
    }

    private void check() throws Refusal {
        BitSet reached = new BitSet();
        Deque<Integer> work = new ArrayDeque<>(functions);
        leaders.or(toBits(functions));
        while (!work.isEmpty()) {
            int slot = work.pop();
            if (!reached.get(slot)) {
                reached.set(slot);
                for (int next : successors(slot)) {
                    checkEdge(slot, next);
                    work.push(next);
                }
            }
        }
        checkAllReached(reached);
    }

    private static BitSet toBits(Iterable<Integer> numbers) {
        BitSet bits = new BitSet();
        numbers.forEach(bits::set);
        return bits;
    }

    private void checkEdge(int from, int to) throws Refusal {
        if (to >= program.slots() || !functions.floor(to).equals(functions.floor(from))) {
            throw fault(from, "control runs from here out of the function", "end every path with `return`");
        }
        if (program.insn(to) == null) {
            throw fault(from, "it jumps into the middle of `lddw`", "compile the object again; it is damaged");
        }
        if (to != from + program.insn(from).slots()) {
            leaders.set(to);
        }
        if (program.insn(from) instanceof Insn.Branch) {
            leaders.set(to);
        }
    }

    private void checkAllReached(BitSet reached) throws Refusal {
        for (int slot = 0; slot < program.slots(); slot++) {
            if (program.insn(slot) != null && !reached.get(slot)) {
                throw fault(slot, "no path leads to this instruction", "compile with optimisation (`-O2`)");
            }
        }
    }

    private static Refusal fault(int slot, String message, String fix) {
        return Fault.of(Code.E0809, message).at(slot).withFix(fix).refusal();
    }

    /** Slots control may go to inside of the function; a call goes on behind itself. */
    public List<Integer> successors(int slot) {
        Insn insn = program.insn(slot);
        int next = slot + insn.slots();
        if (insn instanceof Insn.Jump jump) {
            return List.of(jump.target());
        }
        if (insn instanceof Insn.Branch branch) {
            return List.of(next, branch.target());
        }
        return insn instanceof Insn.Exit ? List.of() : List.of(next);
    }

    /** Whether a basic block begins at {@code slot}. */
    public boolean isLeader(int slot) {
        return leaders.get(slot);
    }

    /** First slot of the function that holds {@code slot}. */
    public int functionOf(int slot) {
        return functions.floor(slot);
    }
}

package dev.toec.ebpf.verify;

import dev.toec.ebpf.insn.Insn;
import dev.toec.ebpf.verify.Shape.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Everything known at one point of one path. */
final class State {
    /** Slot of the next instruction. */
    int slot;

    /** The branching point this path hangs from. */
    Visit visit;

    private final List<Frame> frames;

    private State(int slot, List<Frame> frames) {
        this.slot = slot;
        this.frames = frames;
    }

    /** What holds where the program begins: the context in r1. */
    static State initial() {
        State state = new State(0, new ArrayList<>(List.of(Frame.entering(-1))));
        state.set(1, Register.pointer(Kind.CONTEXT, 0));
        return state;
    }

    State copy() {
        List<Frame> copies = new ArrayList<>();
        frames.forEach(f -> copies.add(f.copy()));
        State state = new State(slot, copies);
        state.visit = visit;
        return state;
    }

    /** Active functions, the running one last. */
    List<Frame> frames() {
        return frames;
    }

    int depth() {
        return frames.size() - 1;
    }

    Frame frame() {
        return frames.get(frames.size() - 1);
    }

    Register get(int register) {
        return register == Insn.FRAME_POINTER ? Register.pointer(Kind.STACK, depth()) : frame().get(register);
    }

    void set(int register, Register value) {
        frame().set(register, value);
    }

    /** Forgets what a call may have changed. */
    void forgetArguments() {
        for (int i = 1; i <= 5; i++) {
            set(i, Register.UNSET);
        }
    }

    /** Changes every register and stack slot of all frames. */
    void replaceAll(UnaryOperator<Register> change) {
        frames.forEach(f -> f.replaceAll(change));
    }
}

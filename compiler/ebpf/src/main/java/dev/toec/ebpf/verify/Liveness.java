package dev.toec.ebpf.verify;

import dev.toec.ebpf.insn.Insn;
import dev.toec.ebpf.insn.Operand;
import dev.toec.ebpf.load.LinkedProgram;
import java.util.ArrayList;
import java.util.List;

/**
 * Which registers matter before each instruction, by a backward analysis of each function: a register nobody reads before
 * it is written again does not distinguish two states, and one whose value reaches no address and no branch does so only by
 * its kind.
 */
public final class Liveness {
    /** Not read before it is written. */
    public static final byte DEAD = 0;
    /** Read, but its value decides nothing. */
    public static final byte LIVE = 1;
    /** Its value may reach an address, a branch or a helper. */
    public static final byte PRECISE = 2;

    private final LinkedProgram program;
    private final ControlFlow flow;
    private final byte[][] before;

    private Liveness(LinkedProgram program, ControlFlow flow) {
        this.program = program;
        this.flow = flow;
        this.before = new byte[program.slots()][Insn.REGISTERS];
    }

    public static Liveness of(LinkedProgram program, ControlFlow flow) {
        Liveness liveness = new Liveness(program, flow);
        boolean changed = true;
        while (changed) {
            changed = false;
            for (int slot = program.slots() - 1; slot >= 0; slot--) {
                changed |= program.insn(slot) != null && liveness.update(slot);
            }
        }
        return liveness;
    }

    /** How {@code register} matters before the instruction at {@code slot}. */
    public byte at(int slot, int register) {
        return before[slot][register];
    }

    private boolean update(int slot) {
        byte[] levels = after(slot);
        program.insn(slot).accept(new Transfer(levels, flow.functionOf(slot) == 0));
        boolean changed = false;
        for (int i = 0; i < levels.length; i++) {
            changed |= before[slot][i] != levels[i];
            before[slot][i] = levels[i];
        }
        return changed;
    }

    private byte[] after(int slot) {
        byte[] levels = new byte[Insn.REGISTERS];
        List<Integer> successors = new ArrayList<>(flow.successors(slot));
        for (int next : successors) {
            for (int i = 0; i < levels.length; i++) {
                levels[i] = (byte) Math.max(levels[i], before[next][i]);
            }
        }
        return levels;
    }

    /** Turns the levels behind an instruction into those before it. */
    private record Transfer(byte[] levels, boolean main) implements Insn.Visitor<Void, RuntimeException> {
        private Void use(int register, byte level) {
            levels[register] = (byte) Math.max(levels[register], level);
            return null;
        }

        private byte define(int register) {
            byte level = levels[register];
            levels[register] = DEAD;
            return level;
        }

        /** An operand must have been written even where the result is of no use. */
        private Void read(Operand operand, byte level) {
            return operand.isRegister() ? use(operand.register(), (byte) Math.max(level, LIVE)) : null;
        }

        @Override
        public Void alu(Insn.Alu insn) {
            byte level = levels[insn.dst()];
            use(insn.dst(), LIVE);
            return read(insn.source(), level);
        }

        @Override
        public Void move(Insn.Move insn) {
            return read(insn.source(), define(insn.dst()));
        }

        @Override
        public Void negate(Insn.Negate insn) {
            return use(insn.dst(), LIVE);
        }

        @Override
        public Void swap(Insn.Swap insn) {
            return use(insn.dst(), LIVE);
        }

        @Override
        public Void loadConstant(Insn.LoadConstant insn) {
            define(insn.dst());
            return null;
        }

        @Override
        public Void loadMap(Insn.LoadMap insn) {
            define(insn.dst());
            return null;
        }

        @Override
        public Void loadReadOnly(Insn.LoadReadOnly insn) {
            define(insn.dst());
            return null;
        }

        @Override
        public Void load(Insn.Load insn) {
            define(insn.dst());
            return use(insn.base(), PRECISE);
        }

        @Override
        public Void store(Insn.Store insn) {
            if (insn.value().isRegister()) {
                use(insn.value().register(), PRECISE);
            }
            return use(insn.base(), PRECISE);
        }

        @Override
        public Void atomic(Insn.Atomic insn) {
            use(insn.source(), PRECISE);
            return use(insn.base(), PRECISE);
        }

        @Override
        public Void jump(Insn.Jump insn) {
            return null;
        }

        @Override
        public Void branch(Insn.Branch insn) {
            if (insn.right().isRegister()) {
                use(insn.right().register(), PRECISE);
            }
            return use(insn.left(), PRECISE);
        }

        @Override
        public Void callHelper(Insn.CallHelper insn) {
            Helper helper = Helper.of(insn.helper());
            return call(helper == null ? 5 : helper.arguments().size());
        }

        @Override
        public Void callLocal(Insn.CallLocal insn) {
            return call(5);
        }

        private Void call(int arguments) {
            for (int i = 0; i <= 5; i++) {
                define(i);
            }
            for (int i = 1; i <= arguments; i++) {
                use(i, PRECISE);
            }
            return null;
        }

        @Override
        public Void exit(Insn.Exit insn) {
            return use(0, main ? LIVE : PRECISE);
        }
    }
}

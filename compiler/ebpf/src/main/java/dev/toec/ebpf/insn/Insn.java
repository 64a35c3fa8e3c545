package dev.toec.ebpf.insn;

/**
 * A decoded instruction. Targets of jumps are slots of the linked program: an {@code lddw} takes two slots, everything else
 * one.
 */
public sealed interface Insn {
    /** Number of registers, the frame pointer included. */
    int REGISTERS = 11;
    /** The frame pointer. */
    int FRAME_POINTER = 10;

    <R, X extends Exception> R accept(Visitor<R, X> visitor) throws X;

    /** {@code dst = dst op source}; with 32 bits the upper half of the result is zero. */
    record Alu(AluOp op, boolean wide, int dst, Operand source) implements Insn {
        @Override
        public <R, X extends Exception> R accept(Visitor<R, X> visitor) throws X {
            return visitor.alu(this);
        }
    }

    /**
     * {@code dst = source}.
     *
     * @param signBits 8, 16 or 32 where only so many bits are taken and sign-extended; 0 for a plain move
     */
    record Move(boolean wide, int dst, Operand source, int signBits) implements Insn {
        @Override
        public <R, X extends Exception> R accept(Visitor<R, X> visitor) throws X {
            return visitor.move(this);
        }
    }

    /** {@code dst = -dst}. */
    record Negate(boolean wide, int dst) implements Insn {
        @Override
        public <R, X extends Exception> R accept(Visitor<R, X> visitor) throws X {
            return visitor.negate(this);
        }
    }

    /**
     * The low {@code bits} (16, 32 or 64) bits of {@code dst}, their bytes reversed if {@code reverse}. On a little-endian
     * machine {@code htobe} reverses, {@code htole} only truncates.
     */
    record Swap(int dst, int bits, boolean reverse, String name) implements Insn {
        @Override
        public <R, X extends Exception> R accept(Visitor<R, X> visitor) throws X {
            return visitor.swap(this);
        }
    }

    /** {@code dst = value}, in two slots. */
    record LoadConstant(int dst, long value) implements Insn {
        @Override
        public <R, X extends Exception> R accept(Visitor<R, X> visitor) throws X {
            return visitor.loadConstant(this);
        }
    }

    /** {@code dst =} a map, by its number in the object; in two slots. */
    record LoadMap(int dst, int map) implements Insn {
        @Override
        public <R, X extends Exception> R accept(Visitor<R, X> visitor) throws X {
            return visitor.loadMap(this);
        }
    }

    /** {@code dst =} the address of byte {@code offset} of a read-only section, by its number; in two slots. */
    record LoadReadOnly(int dst, int section, int offset) implements Insn {
        @Override
        public <R, X extends Exception> R accept(Visitor<R, X> visitor) throws X {
            return visitor.loadReadOnly(this);
        }
    }

    /** {@code dst = *(base + offset)}, zero- or sign-extended from 1, 2, 4 or 8 bytes. */
    record Load(int dst, int base, int offset, int bytes, boolean signed) implements Insn {
        @Override
        public <R, X extends Exception> R accept(Visitor<R, X> visitor) throws X {
            return visitor.load(this);
        }
    }

    /** {@code *(base + offset) = value} in 1, 2, 4 or 8 bytes. */
    record Store(int base, int offset, int bytes, Operand value) implements Insn {
        @Override
        public <R, X extends Exception> R accept(Visitor<R, X> visitor) throws X {
            return visitor.store(this);
        }
    }

    /**
     * An atomic operation on 4 or 8 bytes.
     *
     * @param operation the immediate, as RFC 9669 section 5.3 numbers it
     */
    record Atomic(int base, int offset, int bytes, int source, int operation) implements Insn {
        /** {@code *(base + offset) += source}. */
        public static final int ADD = 0x00;

        @Override
        public <R, X extends Exception> R accept(Visitor<R, X> visitor) throws X {
            return visitor.atomic(this);
        }
    }

    /** Goes on at {@code target}. */
    record Jump(int target) implements Insn {
        @Override
        public <R, X extends Exception> R accept(Visitor<R, X> visitor) throws X {
            return visitor.jump(this);
        }
    }

    /** Goes on at {@code target} where the condition holds. */
    record Branch(Condition condition, boolean wide, int left, Operand right, int target) implements Insn {
        @Override
        public <R, X extends Exception> R accept(Visitor<R, X> visitor) throws X {
            return visitor.branch(this);
        }
    }

    /** Calls a helper function by its number. */
    record CallHelper(int helper) implements Insn {
        @Override
        public <R, X extends Exception> R accept(Visitor<R, X> visitor) throws X {
            return visitor.callHelper(this);
        }
    }

    /** Calls a function of the program. */
    record CallLocal(int target) implements Insn {
        @Override
        public <R, X extends Exception> R accept(Visitor<R, X> visitor) throws X {
            return visitor.callLocal(this);
        }
    }

    /** Returns to the caller, or ends the program. */
    record Exit() implements Insn {
        @Override
        public <R, X extends Exception> R accept(Visitor<R, X> visitor) throws X {
            return visitor.exit(this);
        }
    }

    /** Slots it takes. */
    default int slots() {
        return this instanceof LoadConstant || this instanceof LoadMap || this instanceof LoadReadOnly ? 2 : 1;
    }

    /** One method per instruction. */
    interface Visitor<R, X extends Exception> {
        R alu(Alu insn) throws X;

        R move(Move insn) throws X;

        R negate(Negate insn) throws X;

        R swap(Swap insn) throws X;

        R loadConstant(LoadConstant insn) throws X;

        R loadMap(LoadMap insn) throws X;

        R loadReadOnly(LoadReadOnly insn) throws X;

        R load(Load insn) throws X;

        R store(Store insn) throws X;

        R atomic(Atomic insn) throws X;

        R jump(Jump insn) throws X;

        R branch(Branch insn) throws X;

        R callHelper(CallHelper insn) throws X;

        R callLocal(CallLocal insn) throws X;

        R exit(Exit insn) throws X;
    }
}

package dev.toec.ebpf.insn;

/**
 * A register or an immediate.
 *
 * @param register 0 to 10, or -1 for an immediate
 * @param immediate sign-extended from 32 bits; 0 for a register
 */
public record Operand(int register, long immediate) {
    static Operand ofRegister(int register) {
        return new Operand(register, 0);
    }

    static Operand ofImmediate(long immediate) {
        return new Operand(-1, immediate);
    }

    /** Whether it is a register. */
    public boolean isRegister() {
        return register >= 0;
    }

    /** Its text, a register named {@code w…} where only 32 bits take part. */
    String text(boolean wide) {
        return isRegister() ? Disassembler.register(register, wide) : Long.toString(immediate);
    }
}

package dev.toec.ebpf.verify;

import java.util.Arrays;
import java.util.function.UnaryOperator;

/** The registers and the stack of one active function. */
final class Frame {
    /** Slot to return to, or -1 for the program itself. */
    final int returnSlot;

    private final Register[] registers;
    private Stack stack;

    private Frame(int returnSlot, Register[] registers, Stack stack) {
        this.returnSlot = returnSlot;
        this.registers = registers;
        this.stack = stack;
    }

    static Frame entering(int returnSlot) {
        Register[] registers = new Register[10];
        Arrays.fill(registers, Register.UNSET);
        return new Frame(returnSlot, registers, Stack.EMPTY);
    }

    Frame copy() {
        return new Frame(returnSlot, registers.clone(), stack);
    }

    Register get(int register) {
        return registers[register];
    }

    void set(int register, Register value) {
        registers[register] = value;
    }

    Stack stack() {
        return stack;
    }

    void setStack(Stack other) {
        stack = other;
    }

    /** Changes every register and everything stored. */
    void replaceAll(UnaryOperator<Register> change) {
        for (int i = 0; i < registers.length; i++) {
            registers[i] = change.apply(registers[i]);
        }
        stack = stack.map(change);
    }
}

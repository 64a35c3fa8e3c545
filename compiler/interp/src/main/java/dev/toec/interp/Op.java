package dev.toec.interp;

/** A decoded instruction: its operands are slots, its effects happen at once. */
@FunctionalInterface
interface Op {
    /** @throws Trap if it cannot be carried out */
    void run(Activation a);
}

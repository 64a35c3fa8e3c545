package dev.toec.analysis;

import dev.toec.ir.Instruction;

/**
 * A touch of a stage's state.
 *
 * @param resource the table or variable
 * @param attached whether an attached program does it
 */
record StateAccess(Kind kind, String resource, Instruction at, boolean attached) {
    enum Kind {
        /** Learns what an earlier packet left. */
        READ,
        /** Finds an entry without looking at its value. */
        FIND,
        /** Atomic addition that returns nothing: additions commute. */
        ADD,
        WRITE
    }
}

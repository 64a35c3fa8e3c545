package dev.toec.target.nfp;

/** Names of the constants that {@code <program>_memory.h} has for a table. */
final class TableConstants {
    private TableConstants() {}

    /** Constant for the offset of a value field. */
    static String field(String memory, String field) {
        return Names.constant(memory) + "_" + Names.constant(field);
    }
}

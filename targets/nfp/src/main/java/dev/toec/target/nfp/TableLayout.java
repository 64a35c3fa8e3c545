package dev.toec.target.nfp;

import dev.toec.ir.Field;
import dev.toec.ir.Table;
import java.util.List;

/**
 * How a table lies in external memory: see {@code toe_table.h}.
 *
 * <p>Every field of a key, and of a value that is reached by fields, takes a word, or two if it has more than 32 bits. A
 * value that is reached as bytes is kept in big-endian doublewords, so that the memory unit's atomic additions work on it.
 */
record TableLayout(Table table) {
    private static final int WORD_BITS = 32;

    /** Words of a field. */
    static int words(Field field) {
        return field.type().bits() > WORD_BITS ? 2 : 1;
    }

    private static int words(List<Field> fields) {
        return fields.stream().mapToInt(TableLayout::words).sum();
    }

    boolean isBytes() {
        return table.addressing() == Table.Addressing.BYTES;
    }

    int keyWords() {
        return words(table.key());
    }

    int valueWords() {
        return isBytes() ? (table.valueBytes() + 7) / 8 * 2 : words(table.value());
    }

    /** Byte offset of a value field from the start of the value. */
    int offset(String field) {
        int words = 0;
        for (Field f : table.value()) {
            if (f.name().equals(field)) {
                return words * 4;
            }
            words += words(f);
        }
        throw new IllegalArgumentException(table.name() + " has no field " + field);
    }

    /** A power of two, at least twice the capacity, so that searches stay short. */
    long slots() {
        return Long.highestOneBit(Math.max(2L * table.capacity() - 1, 1)) * 2;
    }

    /** As TOE_SLOT_VALUE_OFFSET. */
    int valueOffset() {
        return (keyWords() * 4 + 4 + 7) / 8 * 8;
    }

    /** As TOE_SLOT_BYTES. */
    int slotBytes() {
        return valueOffset() + (valueWords() * 4 + 7) / 8 * 8;
    }

    /** Bytes of the whole table, header included. */
    long bytes() {
        return 8 + slots() * slotBytes();
    }
}

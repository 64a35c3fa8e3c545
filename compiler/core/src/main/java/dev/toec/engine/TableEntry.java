package dev.toec.engine;

import java.util.List;

/**
 * An entry of a table by fields, each zero-extended from its type.
 *
 * @param key one per key field
 * @param value one per value field
 */
public record TableEntry(List<Long> key, List<Long> value) {
    public TableEntry {
        key = List.copyOf(key);
        value = List.copyOf(value);
    }
}

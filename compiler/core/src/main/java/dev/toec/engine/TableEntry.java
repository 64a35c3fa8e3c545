package dev.toec.engine;

import java.util.Comparator;
import java.util.List;

/**
 * An entry of a table by fields, each zero-extended from its type.
 *
 * @param key one per key field
 * @param value one per value field
 */
public record TableEntry(List<Long> key, List<Long> value) {
    /** The order entries are reported in: by key, field by field, unsigned. */
    public static final Comparator<TableEntry> BY_KEY = (a, b) -> compare(a.key, b.key);

    public TableEntry {
        key = List.copyOf(key);
        value = List.copyOf(value);
    }

    private static int compare(List<Long> left, List<Long> right) {
        for (int i = 0; i < Math.min(left.size(), right.size()); i++) {
            int order = Long.compareUnsigned(left.get(i), right.get(i));
            if (order != 0) {
                return order;
            }
        }
        return Integer.compare(left.size(), right.size());
    }
}

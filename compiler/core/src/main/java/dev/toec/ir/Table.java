package dev.toec.ir;

import dev.toec.source.Span;
import java.util.List;
import java.util.Objects;

/**
 * An exact-match table.
 *
 * @param name unique in its module; an attached program's map is {@code object_map}
 * @param key at least one field
 * @param value the fields of an entry's value; for {@link Addressing#BYTES} the value cut into little-endian pieces, see
 *     {@link #pieces}
 * @param capacity most entries it holds, at least 1; an insertion beyond is refused
 */
public record Table(
        String name, String doc, List<Field> key, List<Field> value, Addressing addressing, int capacity, Span span) {
    /** How a program reaches the value of an entry. */
    public enum Addressing {
        /** Field by field: a target may lay the fields out as suits it. */
        FIELDS,
        /** Any byte range, little-endian, as eBPF does. */
        BYTES
    }

    public Table {
        Objects.requireNonNull(name);
        Objects.requireNonNull(doc);
        key = List.copyOf(key);
        value = List.copyOf(value);
        Objects.requireNonNull(addressing);
        Objects.requireNonNull(span);
        if (key.isEmpty() || capacity < 1) {
            throw new IllegalArgumentException("table " + name + " needs a key and a capacity");
        }
    }

    /** Bytes of the value where it is {@link Addressing#BYTES}. */
    public int valueBytes() {
        return value.stream().mapToInt(Field::bytes).sum();
    }

    /**
     * Cuts {@code bytes} bytes into fields {@code prefix0}, {@code prefix8} …, named by their offset: as many of eight
     * bytes as fit, then at most one each of four, two and one.
     */
    public static List<Field> pieces(String prefix, int bytes) {
        List<Field> fields = new java.util.ArrayList<>();
        int offset = 0;
        for (int size = 8; size >= 1; size /= 2) {
            for (; bytes - offset >= size; offset += size) {
                IrType type = IrType.ofBits(size * 8);
                fields.add(new Field(prefix + offset, type, type.bits(), Format.HEX));
            }
        }
        return fields;
    }
}

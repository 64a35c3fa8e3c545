package dev.toec.ir;

import java.util.Objects;

/**
 * A named scalar (or packet) of a work type, a table key or a table value. Structs are flattened: a field of a field is
 * named {@code outer_inner}.
 *
 * @param name a C identifier
 * @param type what an SSA value of this field has
 * @param bits declared width, at most the type's (a {@code u13} is an {@code i16} of 13 bits); 0 for a packet
 * @param format how it is shown
 */
public record Field(String name, IrType type, int bits, Format format) {
    public Field {
        Objects.requireNonNull(format);
        if (name.isEmpty() || bits > type.bits() || bits < 0) {
            throw new IllegalArgumentException("field " + name + ": " + bits + " bits in " + type);
        }
    }

    /** An unsigned field that uses all bits of {@code type}. */
    public static Field of(String name, IrType type) {
        return new Field(name, type, type.bits(), Format.UNSIGNED);
    }

    /** Bytes it takes in memory, its alignment too; 0 for a packet. */
    public int bytes() {
        return type == IrType.I1 ? 1 : type.bits() / 8;
    }
}

package dev.toec.target.cpu;

import dev.toec.cgen.CType;
import dev.toec.cgen.Names;
import dev.toec.ir.Field;
import dev.toec.ir.IrType;
import java.util.ArrayList;
import java.util.List;

/**
 * A member of a C structure and the argument that fills it.
 *
 * @param declaration type and member name, as a structure declares it
 * @param argument name of the parameter that fills it
 * @param size bytes; 0 of a packet
 */
record FieldModel(String name, CType type, String declaration, String argument, int size) {
    static FieldModel of(Field field, String argument) {
        String name = memberName(field);
        CType type = CpuTypes.of(field.type());
        return new FieldModel(name, type, type.declare(name), argument, field.bytes());
    }

    /** The member of {@code field}, whose name a program chose. */
    static String memberName(Field field) {
        return Names.safe(field.name());
    }

    /**
     * The bytes C leaves unused between and behind {@code fields}, as members of their own in the places they take, so
     * that two structures with equal members are equal byte by byte.
     */
    static List<String> declarationsWithPadding(List<Field> fields) {
        List<String> out = new ArrayList<>();
        int offset = 0;
        int alignment = 1;
        for (Field field : fields) {
            offset = pad(out, offset, field.bytes());
            out.add(CpuTypes.of(field.type()).declare(memberName(field)));
            offset += field.bytes();
            alignment = Math.max(alignment, field.bytes());
        }
        pad(out, offset, alignment);
        return out;
    }

    private static int pad(List<String> out, int offset, int alignment) {
        int padded = (offset + alignment - 1) / alignment * alignment;
        if (padded > offset) {
            out.add("uint8_t padding" + offset + "[" + (padded - offset) + "]");
        }
        return padded;
    }

    /** Bytes of a structure of {@code fields}. */
    static int size(List<Field> fields) {
        int offset = 0;
        int alignment = 1;
        for (Field field : fields) {
            int bytes = field.type() == IrType.PACKET ? Long.BYTES : field.bytes();
            offset = (offset + bytes - 1) / bytes * bytes + bytes;
            alignment = Math.max(alignment, bytes);
        }
        return (offset + alignment - 1) / alignment * alignment;
    }
}

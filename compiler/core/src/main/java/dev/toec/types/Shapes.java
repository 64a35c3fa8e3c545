package dev.toec.types;

import dev.toec.ir.Field;
import dev.toec.ir.Format;
import dev.toec.ir.IrType;
import java.util.ArrayList;
import java.util.List;

/** How source types look in the IR: structs are flattened to scalars, scalars are integers. */
final class Shapes {
    private Shapes() {}

    /** The IR type of a scalar or packet. */
    static IrType irType(Type type) {
        if (type == Type.Basic.PACKET) {
            return IrType.PACKET;
        }
        if (type == Type.Basic.BOOL) {
            return IrType.I1;
        }
        return IrType.ofBits(Math.max(8, Conversions.representation(type).bits()));
    }

    /** The fields that {@code type} becomes where it is called {@code name}. */
    static List<Field> fields(String name, Type type) {
        List<Field> fields = new ArrayList<>();
        add(fields, name, type);
        return fields;
    }

    /** The fields of {@code struct} by themselves. */
    static List<Field> fields(Type.Struct struct) {
        List<Field> fields = new ArrayList<>();
        for (Type.Struct.Member member : struct.members()) {
            add(fields, member.name(), member.type());
        }
        return fields;
    }

    private static void add(List<Field> fields, String name, Type type) {
        if (type instanceof Type.Struct struct) {
            for (Type.Struct.Member member : struct.members()) {
                add(fields, name + "_" + member.name(), member.type());
            }
        } else if (type == Type.Basic.PACKET) {
            fields.add(new Field(name, IrType.PACKET, 0, Format.HEX));
        } else if (type != Type.Basic.ERROR) {
            fields.add(new Field(
                    name, irType(type), Conversions.representation(type).bits(), format(type)));
        }
    }

    private static Format format(Type type) {
        if (type instanceof Type.Int range) {
            return range.signed() ? Format.SIGNED : Format.UNSIGNED;
        }
        return type == Type.Basic.MAC
                ? Format.MAC
                : type == Type.Basic.IP4 ? Format.IP4 : type == Type.Basic.BOOL ? Format.BOOL : Format.UNSIGNED;
    }

    /** How many fields {@code type} becomes. */
    static int count(Type type) {
        if (!(type instanceof Type.Struct struct)) {
            return 1;
        }
        int count = 0;
        for (Type.Struct.Member member : struct.members()) {
            count += count(member.type());
        }
        return count;
    }

    /** Which of the fields of {@code struct} is the first of {@code member}. */
    static int first(Type.Struct struct, Type.Struct.Member member) {
        int first = 0;
        for (Type.Struct.Member m : struct.members()) {
            if (m.name().equals(member.name())) {
                return first;
            }
            first += count(m.type());
        }
        throw new IllegalArgumentException(member.name() + " is not in " + struct);
    }
}

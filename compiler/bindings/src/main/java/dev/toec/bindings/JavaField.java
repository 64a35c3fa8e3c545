package dev.toec.bindings;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import dev.toec.interp.FieldValue;
import dev.toec.interp.Ip4;
import dev.toec.interp.Mac;
import dev.toec.interp.Packet;
import dev.toec.ir.Field;
import dev.toec.ir.Format;
import dev.toec.ir.IrType;

/** A field as Java sees it: its type, and how it becomes the {@code long} the interpreter holds, and back. */
record JavaField(Field field, String name) {
    /** Its Java type; numbers have the narrowest of {@code int} and {@code long} that holds all of them. */
    TypeName type() {
        if (field.type() == IrType.PACKET) {
            return ClassName.get(Packet.class);
        }
        return switch (field.format()) {
            case BOOL -> TypeName.BOOLEAN;
            case MAC -> ClassName.get(Mac.class);
            case IP4 -> ClassName.get(Ip4.class);
            case SIGNED -> field.bits() <= 32 ? TypeName.INT : TypeName.LONG;
            case UNSIGNED, HEX -> field.bits() <= 31 ? TypeName.INT : TypeName.LONG;
        };
    }

    boolean isPacket() {
        return field.type() == IrType.PACKET;
    }

    /** {@code value}, an expression of {@link #type}, as a zero-extended {@code long}. */
    CodeBlock toLong(String value) {
        return switch (field.format()) {
            case BOOL -> CodeBlock.of("$L ? 1L : 0L", value);
            case MAC, IP4 -> CodeBlock.of("$L.value()", value);
            case SIGNED -> CodeBlock.of("$T.signed($L, $L)", FieldValue.class, value, field.bits());
            case UNSIGNED, HEX -> CodeBlock.of("$T.unsigned($L, $L)", FieldValue.class, value, field.bits());
        };
    }

    /** {@code value}, an expression that gives a zero-extended {@code long}, as {@link #type}. */
    CodeBlock fromLong(CodeBlock value) {
        return switch (field.format()) {
            case BOOL -> CodeBlock.of("$L != 0", value);
            case MAC, IP4 -> CodeBlock.of("new $T($L)", type(), value);
            case SIGNED -> narrowed(CodeBlock.of("$T.toSigned($L, $L)", FieldValue.class, value, field.bits()));
            case UNSIGNED, HEX -> narrowed(value);
        };
    }

    private CodeBlock narrowed(CodeBlock value) {
        return type().equals(TypeName.INT) ? CodeBlock.of("$T.toIntExact($L)", Math.class, value) : value;
    }

    /** What its documentation adds to its name. */
    String remark() {
        String bits = field.bits() + (field.bits() == 1 ? " bit" : " bits");
        boolean wide = field.bits() == 64 && (field.format() == Format.UNSIGNED || field.format() == Format.HEX);
        return bits + (wide ? ", unsigned" : "");
    }
}

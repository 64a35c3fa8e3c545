package dev.toec.ir;

import java.util.List;

/** How IR text writes values: {@code %7}, with a name {@code %length.7}, and {@code %7: i32} where it is defined. */
final class ValueText {
    private ValueText() {}

    static void use(StringBuilder out, Value value) {
        out.append('%');
        if (!value.name().isEmpty()) {
            out.append(value.name()).append('.');
        }
        out.append(value.id());
    }

    static void uses(StringBuilder out, List<Value> values) {
        for (int i = 0; i < values.size(); i++) {
            out.append(i == 0 ? "" : ", ");
            use(out, values.get(i));
        }
    }

    static void definitions(StringBuilder out, List<Value> values) {
        for (int i = 0; i < values.size(); i++) {
            out.append(i == 0 ? "" : ", ");
            use(out, values.get(i));
            out.append(": ").append(values.get(i).type());
        }
    }

    /** Small numbers as people count, large ones as people read bits. */
    static void number(StringBuilder out, long bits) {
        if (bits >= 0 && bits <= 0xffff) {
            out.append(bits);
        } else {
            out.append("0x").append(Long.toHexString(bits));
        }
    }
}

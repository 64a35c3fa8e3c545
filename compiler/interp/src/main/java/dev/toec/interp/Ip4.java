package dev.toec.interp;

import dev.toec.engine.FieldText;
import dev.toec.ir.Field;
import dev.toec.ir.Format;
import dev.toec.ir.IrType;

/**
 * An IPv4 address.
 *
 * @param value its 32 bits, first octet highest
 */
public record Ip4(long value) {
    private static final Field FIELD = new Field("address", IrType.I32, 32, Format.IP4);

    public Ip4 {
        if ((value & ~IrType.I32.mask()) != 0) {
            throw new IllegalArgumentException(value + " does not fit an IPv4 address");
        }
    }

    /** The address {@code text} says, as {@code 10.0.0.1}. */
    public static Ip4 of(String text) {
        return new Ip4(FieldText.parse(FIELD, text)
                .orElseThrow(() -> new IllegalArgumentException("'" + text + "' is no IPv4 address")));
    }

    @Override
    public String toString() {
        return FieldText.format(FIELD, value);
    }
}

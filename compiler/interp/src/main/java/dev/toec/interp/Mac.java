package dev.toec.interp;

import dev.toec.engine.FieldText;
import dev.toec.ir.Field;
import dev.toec.ir.Format;
import dev.toec.ir.IrType;

/**
 * An Ethernet address.
 *
 * @param value its 48 bits, first octet highest
 */
public record Mac(long value) {
    private static final Field FIELD = new Field("address", IrType.I64, 48, Format.MAC);

    public Mac {
        if (value >>> 48 != 0) {
            throw new IllegalArgumentException(value + " does not fit an Ethernet address");
        }
    }

    /** The address {@code text} says, as {@code 02:00:00:00:00:01}. */
    public static Mac of(String text) {
        return new Mac(FieldText.parse(FIELD, text)
                .orElseThrow(() -> new IllegalArgumentException("'" + text + "' is no Ethernet address")));
    }

    @Override
    public String toString() {
        return FieldText.format(FIELD, value);
    }
}

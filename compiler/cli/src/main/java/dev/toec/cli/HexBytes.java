package dev.toec.cli;

import dev.toec.ir.Field;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** Keys and values of eBPF maps as their bytes in memory, in hexadecimal; the fields lie one behind the other, little-endian. */
final class HexBytes {
    private HexBytes() {}

    static int size(List<Field> fields) {
        return fields.stream().mapToInt(Field::bytes).sum();
    }

    /** {@code values} of {@code fields} as bytes. */
    static String format(List<Field> fields, List<Long> values) {
        StringBuilder hex = new StringBuilder();
        for (int i = 0; i < fields.size(); i++) {
            for (int octet = 0; octet < fields.get(i).bytes(); octet++) {
                hex.append(HexFormat.of().toHexDigits((byte) (values.get(i) >>> 8 * octet)));
            }
        }
        return hex.toString();
    }

    /** The values of {@code fields} that {@code hex} says, or nothing if it is not as many bytes. */
    static Optional<List<Long>> parse(List<Field> fields, String hex) {
        byte[] bytes;
        try {
            bytes = HexFormat.of().parseHex(hex);
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        return bytes.length == size(fields) ? Optional.of(values(fields, bytes)) : Optional.empty();
    }

    private static List<Long> values(List<Field> fields, byte[] bytes) {
        List<Long> values = new ArrayList<>();
        int offset = 0;
        for (Field field : fields) {
            long value = 0;
            for (int octet = field.bytes() - 1; octet >= 0; octet--) {
                value = value << 8 | bytes[offset + octet] & 0xff;
            }
            values.add(value);
            offset += field.bytes();
        }
        return values;
    }
}

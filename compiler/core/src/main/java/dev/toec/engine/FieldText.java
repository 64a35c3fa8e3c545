package dev.toec.engine;

import dev.toec.ir.Field;
import dev.toec.ir.Format;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Values of fields as people write them: by {@link Format}, or as a number. */
public final class FieldText {
    private static final Pattern MAC = Pattern.compile("([0-9a-fA-F]{2}(:[0-9a-fA-F]{2}){5})");
    private static final Pattern IP4 = Pattern.compile("(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})\\.(\\d{1,3})");

    private FieldText() {}

    /** {@code value}, zero-extended from the field, in the field's format. */
    public static String format(Field field, long value) {
        return format(field.format(), field.bits(), value);
    }

    private static String format(Format format, int bits, long value) {
        return switch (format) {
            case UNSIGNED -> Long.toUnsignedString(value);
            case SIGNED -> Long.toString(signed(value, bits));
            case BOOL -> value == 0 ? "false" : "true";
            case MAC -> mac(value);
            case IP4 -> ip4(value);
            case HEX -> "0x" + Long.toHexString(value);
        };
    }

    /**
     * The value {@code text} means, zero-extended from the field: in the field's format, or as a decimal or {@code 0x}
     * number, negative for a signed field only. Empty where it is none of these or does not fit the field's bits.
     */
    public static OptionalLong parse(Field field, String text) {
        Optional<Long> value = switch (field.format()) {
            case MAC -> macValue(text);
            case IP4 -> ip4Value(text);
            case BOOL -> boolValue(text);
            case SIGNED -> signedValue(text, field.bits());
            case UNSIGNED, HEX -> Optional.empty();
        };
        OptionalLong number = value.map(OptionalLong::of).orElseGet(() -> number(text));
        return number.isPresent() && fits(number.getAsLong(), field.bits()) ? number : OptionalLong.empty();
    }

    private static boolean fits(long value, int bits) {
        return bits == 64 || value >>> bits == 0;
    }

    private static long signed(long value, int bits) {
        return value << 64 - bits >> 64 - bits;
    }

    private static String mac(long value) {
        StringBuilder text = new StringBuilder();
        for (int shift = 40; shift >= 0; shift -= 8) {
            text.append(String.format("%02x", value >>> shift & 0xff)).append(shift > 0 ? ":" : "");
        }
        return text.toString();
    }

    private static String ip4(long value) {
        return (value >>> 24 & 0xff) + "." + (value >>> 16 & 0xff) + "." + (value >>> 8 & 0xff) + "." + (value & 0xff);
    }

    private static Optional<Long> macValue(String text) {
        return MAC.matcher(text).matches() ? Optional.of(Long.parseLong(text.replace(":", ""), 16)) : Optional.empty();
    }

    private static Optional<Long> ip4Value(String text) {
        Matcher matcher = IP4.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        long value = 0;
        for (int i = 1; i <= 4; i++) {
            int octet = Integer.parseInt(matcher.group(i));
            if (octet > 255) {
                return Optional.empty();
            }
            value = value << 8 | octet;
        }
        return Optional.of(value);
    }

    private static Optional<Long> boolValue(String text) {
        return switch (text) {
            case "true" -> Optional.of(1L);
            case "false" -> Optional.of(0L);
            default -> Optional.empty();
        };
    }

    /** A negative number, cut to {@code bits}; everything else is left to {@link #number}. */
    private static Optional<Long> signedValue(String text, int bits) {
        if (!text.startsWith("-")) {
            return Optional.empty();
        }
        OptionalLong magnitude = number(text.substring(1));
        long limit = 1L << bits - 1;
        if (magnitude.isEmpty() || Long.compareUnsigned(magnitude.getAsLong(), limit) > 0) {
            return Optional.empty();
        }
        return Optional.of(-magnitude.getAsLong() & (bits == 64 ? -1L : (1L << bits) - 1));
    }

    private static OptionalLong number(String text) {
        boolean hex = text.startsWith("0x") || text.startsWith("0X");
        String digits = hex ? text.substring(2) : text;
        if (digits.isEmpty() || Character.digit(digits.charAt(0), 16) < 0) {
            return OptionalLong.empty();
        }
        try {
            return OptionalLong.of(Long.parseUnsignedLong(digits, hex ? 16 : 10));
        } catch (NumberFormatException notANumber) {
            return OptionalLong.empty();
        }
    }
}

package dev.toec.cgen;

import dev.toec.ir.IrType;

/** How constants are spelled. */
final class Literals {
    private static final long LARGEST_DECIMAL = 1023;

    private Literals() {}

    /** {@code bits}, unsigned; in hexadecimal where asked or where the number says more that way. */
    static CExpr unsigned(long bits, boolean hexadecimal) {
        boolean large = bits < 0 || bits > LARGEST_DECIMAL && bits % 100 != 0;
        boolean hex = large || (hexadecimal && bits > 9);
        return new CExpr.Literal((hex ? hexadecimal(bits) : Long.toString(bits)) + suffix(bits));
    }

    /** Bytes in twos and fours, as protocols write them. */
    private static String hexadecimal(long bits) {
        String digits = Long.toHexString(bits);
        return (digits.length() == 1 || digits.length() == 3 ? "0x0" : "0x") + digits;
    }

    private static String suffix(long bits) {
        if (bits < 0 || bits > 0xffffffffL) {
            return "ull";
        }
        return bits > Integer.MAX_VALUE ? "u" : "";
    }

    /** {@code bits} of {@code type} in two's complement. */
    static CExpr signed(long bits, IrType type) {
        long value = signExtended(bits, type);
        if (value > Integer.MAX_VALUE) {
            return new CExpr.Literal(hexadecimal(value) + "ll");
        }
        if (value >= 0) {
            return unsigned(value, false);
        }
        if (type == IrType.I64 && value < -Integer.MAX_VALUE) {
            return new CExpr.Cast(CType.named("int64_t"), unsigned(value, true));
        }
        if (value == Integer.MIN_VALUE) {
            return new CExpr.Cast(CType.named("int32_t"), unsigned(bits, true));
        }
        return new CExpr.Prefix('-', unsigned(-value, false));
    }

    /** {@code bits} of {@code type}, sign-extended. */
    static long signExtended(long bits, IrType type) {
        int unused = Long.SIZE - type.bits();
        return bits << unused >> unused;
    }
}

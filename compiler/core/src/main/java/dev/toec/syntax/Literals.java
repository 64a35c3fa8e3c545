package dev.toec.syntax;

import dev.toec.diag.Code;
import dev.toec.diag.Diagnostic;
import dev.toec.diag.Diagnostics;
import dev.toec.source.Span;
import java.math.BigInteger;

/** Numbers and addresses from their text. */
final class Literals {
    /** More digits than any 64-bit number has in any base, underscores included generously. */
    private static final int MAX_LENGTH = 160;

    private final Diagnostics diagnostics;

    Literals(Diagnostics diagnostics) {
        this.diagnostics = diagnostics;
    }

    /** {@code 42}, {@code 0x2a}, {@code 0b101}, {@code 1_000}. */
    Expression number(String text, Span span) {
        if (text.length() > MAX_LENGTH) {
            return tooLarge(span);
        }
        int radix = text.startsWith("0x") ? 16 : text.startsWith("0b") ? 2 : 10;
        String digits = text.substring(radix == 10 ? 0 : 2).replace("_", "");
        if (!areDigits(digits, radix)) {
            diagnostics.report(Diagnostic.of(Code.E0105, span, "'" + text + "' is not a number")
                    .withNote("numbers are written 42, 0x2a, 0b101 or 1_000"));
            return new Expression.Broken(span);
        }
        BigInteger value = new BigInteger(digits, radix);
        return value.bitLength() > 64 ? tooLarge(span) : new Expression.Number(value, span);
    }

    private Expression tooLarge(Span span) {
        diagnostics.report(Diagnostic.of(Code.E0105, span, "this number does not fit in 64 bits")
                .withNote("the widest types are u64 and i64"));
        return new Expression.Broken(span);
    }

    private static boolean areDigits(String digits, int radix) {
        for (int i = 0; i < digits.length(); i++) {
            if (Character.digit(digits.charAt(i), radix) < 0) {
                return false;
            }
        }
        return !digits.isEmpty();
    }

    /** {@code 10.0.0.1}. */
    Expression ip4(String text, Span span) {
        long value = 0;
        int start = 0;
        while (start <= text.length()) {
            int dot = text.indexOf('.', start);
            int end = dot < 0 ? text.length() : dot;
            int part = end - start > 3 ? 256 : Integer.parseInt(text.substring(start, end));
            if (part > 255) {
                diagnostics.report(Diagnostic.of(Code.E0106, span, "'" + text + "' is not an IPv4 address")
                        .withNote("each of its four numbers is 0 to 255"));
                return new Expression.Broken(span);
            }
            value = value << 8 | part;
            start = end + 1;
        }
        return new Expression.Ip4(value, span);
    }

    /** {@code 02:00:00:00:00:01}. */
    Expression mac(String text, Span span) {
        return new Expression.Mac(Long.parseLong(text.replace(":", ""), 16), span);
    }
}

package dev.toec.ir;

import java.util.Locale;

/**
 * Integer operations on two operands of one type; the result has that type and wraps. Division by zero gives 0, the
 * remainder by zero the dividend, the most negative number divided by -1 itself, its remainder 0; shift counts are taken
 * modulo the width (RFC 9669, section 4.1).
 */
public enum BinaryOp {
    ADD,
    SUB,
    MUL,
    UDIV,
    UREM,
    SDIV,
    SREM,
    AND,
    OR,
    XOR,
    SHL,
    LSHR,
    ASHR;

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}

package dev.toec.cgen;

import dev.toec.ir.IrType;

/**
 * A C expression for an integer value with what C makes of it.
 *
 * @param rank what the expression has after the integer promotions
 * @param exact whether its value is the value itself; else it is congruent to it modulo two to the power of its width
 * @param bits of an inexact {@code int}: its magnitude is below two to this power
 */
record Typed(CExpr expression, Rank rank, boolean exact, int bits) {
    /** Types after promotion. */
    enum Rank {
        /** {@code int}: bool, 8 and 16 bits are promoted to it. */
        INT,
        UNSIGNED,
        UNSIGNED_LONG;

        static Rank of(IrType type) {
            return switch (type) {
                case I64 -> UNSIGNED_LONG;
                case I32 -> UNSIGNED;
                case I1, I8, I16, PACKET, ENTRY -> INT;
            };
        }
    }

    static Typed exact(CExpr expression, IrType type) {
        return new Typed(expression, Rank.of(type), true, type.bits());
    }

    static Typed exact(CExpr expression, Rank rank, int bits) {
        return new Typed(expression, rank, true, bits);
    }

    static Typed congruent(CExpr expression, Rank rank, int bits) {
        return new Typed(expression, rank, false, bits);
    }
}

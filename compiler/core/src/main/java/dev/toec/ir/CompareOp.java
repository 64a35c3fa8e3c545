package dev.toec.ir;

import java.util.Locale;

/** Comparisons of two integers of one type; {@code U…} take them unsigned, {@code S…} in two's complement. */
public enum CompareOp {
    EQ,
    NE,
    ULT,
    ULE,
    UGT,
    UGE,
    SLT,
    SLE,
    SGT,
    SGE;

    /** The comparison that holds exactly where this one does not. */
    public CompareOp negated() {
        return switch (this) {
            case EQ -> NE;
            case NE -> EQ;
            case ULT -> UGE;
            case ULE -> UGT;
            case UGT -> ULE;
            case UGE -> ULT;
            case SLT -> SGE;
            case SLE -> SGT;
            case SGT -> SLE;
            case SGE -> SLT;
        };
    }

    /** The comparison of the operands exchanged: {@code a op b} is {@code b op.mirrored() a}. */
    public CompareOp mirrored() {
        return switch (this) {
            case EQ, NE -> this;
            case ULT -> UGT;
            case ULE -> UGE;
            case UGT -> ULT;
            case UGE -> ULE;
            case SLT -> SGT;
            case SLE -> SGE;
            case SGT -> SLT;
            case SGE -> SLE;
        };
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}

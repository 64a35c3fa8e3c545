package dev.toec.ebpf.insn;

/** Conditions of jumps, with the code RFC 9669 (table 8) gives them and their sign in disassembly. */
public enum Condition {
    EQ(0x10, "=="),
    UGT(0x20, ">"),
    UGE(0x30, ">="),
    /** Some bit is set in both. */
    SET(0x40, "&"),
    NE(0x50, "!="),
    SGT(0x60, "s>"),
    SGE(0x70, "s>="),
    ULT(0xa0, "<"),
    ULE(0xb0, "<="),
    SLT(0xc0, "s<"),
    SLE(0xd0, "s<=");

    private final int code;
    private final String sign;

    Condition(int code, String sign) {
        this.code = code;
        this.sign = sign;
    }

    /** The condition with {@code code}, or {@code null}. */
    static Condition of(int code) {
        for (Condition condition : values()) {
            if (condition.code == code) {
                return condition;
            }
        }
        return null;
    }

    /** The condition that holds exactly where this one does not; {@link #SET} has none. */
    public Condition negated() {
        return switch (this) {
            case EQ -> NE;
            case NE -> EQ;
            case UGT -> ULE;
            case ULE -> UGT;
            case UGE -> ULT;
            case ULT -> UGE;
            case SGT -> SLE;
            case SLE -> SGT;
            case SGE -> SLT;
            case SLT -> SGE;
            case SET -> throw new IllegalStateException("SET has no opposite");
        };
    }

    /** The condition that holds with the operands exchanged. */
    public Condition swapped() {
        return switch (this) {
            case UGT -> ULT;
            case ULT -> UGT;
            case UGE -> ULE;
            case ULE -> UGE;
            case SGT -> SLT;
            case SLT -> SGT;
            case SGE -> SLE;
            case SLE -> SGE;
            case EQ, NE, SET -> this;
        };
    }

    /** Whether the operands are taken in two's complement. */
    public boolean isSigned() {
        return this == SGT || this == SGE || this == SLT || this == SLE;
    }

    @Override
    public String toString() {
        return sign;
    }
}

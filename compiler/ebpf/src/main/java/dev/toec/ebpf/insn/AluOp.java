package dev.toec.ebpf.insn;

/** Arithmetic on two operands, with the code RFC 9669 (table 6) gives it and its sign in disassembly. */
public enum AluOp {
    ADD(0x00, "+="),
    SUB(0x10, "-="),
    MUL(0x20, "*="),
    DIV(0x30, "/="),
    OR(0x40, "|="),
    AND(0x50, "&="),
    LSH(0x60, "<<="),
    RSH(0x70, ">>="),
    MOD(0x90, "%="),
    XOR(0xa0, "^="),
    ARSH(0xc0, "s>>="),
    /** {@code DIV} with offset 1. */
    SDIV(-1, "s/="),
    /** {@code MOD} with offset 1. */
    SMOD(-1, "s%=");

    private final int code;
    private final String sign;

    AluOp(int code, String sign) {
        this.code = code;
        this.sign = sign;
    }

    /** The operation with {@code code}, or {@code null}. */
    static AluOp of(int code) {
        for (AluOp op : values()) {
            if (op.code == code) {
                return op;
            }
        }
        return null;
    }

    AluOp signed() {
        return this == DIV ? SDIV : SMOD;
    }

    boolean isDivision() {
        return this == DIV || this == MOD || this == SDIV || this == SMOD;
    }

    /** Whether the right operand is a count of bits. */
    public boolean isShift() {
        return this == LSH || this == RSH || this == ARSH;
    }

    @Override
    public String toString() {
        return sign;
    }
}

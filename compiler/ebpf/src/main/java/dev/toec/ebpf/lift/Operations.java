package dev.toec.ebpf.lift;

import dev.toec.ebpf.insn.AluOp;
import dev.toec.ebpf.insn.Condition;
import dev.toec.ir.BinaryOp;
import dev.toec.ir.CompareOp;

/** Which operation of the intermediate representation means the same. */
final class Operations {
    private Operations() {}

    static BinaryOp of(AluOp op) {
        return switch (op) {
            case ADD -> BinaryOp.ADD;
            case SUB -> BinaryOp.SUB;
            case MUL -> BinaryOp.MUL;
            case DIV -> BinaryOp.UDIV;
            case MOD -> BinaryOp.UREM;
            case SDIV -> BinaryOp.SDIV;
            case SMOD -> BinaryOp.SREM;
            case OR -> BinaryOp.OR;
            case AND -> BinaryOp.AND;
            case XOR -> BinaryOp.XOR;
            case LSH -> BinaryOp.SHL;
            case RSH -> BinaryOp.LSHR;
            case ARSH -> BinaryOp.ASHR;
        };
    }

    /** {@link Condition#SET} is not a comparison. */
    static CompareOp of(Condition condition) {
        return switch (condition) {
            case EQ -> CompareOp.EQ;
            case NE -> CompareOp.NE;
            case UGT -> CompareOp.UGT;
            case UGE -> CompareOp.UGE;
            case ULT -> CompareOp.ULT;
            case ULE -> CompareOp.ULE;
            case SGT -> CompareOp.SGT;
            case SGE -> CompareOp.SGE;
            case SLT -> CompareOp.SLT;
            case SLE -> CompareOp.SLE;
            case SET -> throw new IllegalArgumentException("SET is not a comparison");
        };
    }

    /** The same comparison in two's complement, where both operands are small either way. */
    static CompareOp signed(CompareOp op) {
        return switch (op) {
            case ULT -> CompareOp.SLT;
            case ULE -> CompareOp.SLE;
            case UGT -> CompareOp.SGT;
            case UGE -> CompareOp.SGE;
            default -> op;
        };
    }
}

package dev.toec.ebpf.verify;

import dev.toec.diag.Code;
import dev.toec.ebpf.elf.Fault;
import dev.toec.ebpf.elf.Refusal;
import dev.toec.ebpf.insn.AluOp;
import dev.toec.ebpf.insn.Insn;
import dev.toec.ebpf.verify.Register.Pointer;
import dev.toec.ebpf.verify.Register.Scalar;
import dev.toec.ebpf.verify.Shape.Kind;

/** Arithmetic in which addresses take part. */
final class PointerArithmetic {
    /** Greatest distance from an object at which an address is still known to belong to it. */
    private static final long FARTHEST = 1L << 29;

    private final Insn.Alu insn;
    private int nextIdentity;

    PointerArithmetic(Insn.Alu insn, int nextIdentity) {
        this.insn = insn;
        this.nextIdentity = nextIdentity;
    }

    /** The result of {@code left op right}, one of which is an address. */
    Register apply(Register left, Register right) throws Refusal {
        if (left instanceof Pointer a && right instanceof Pointer b) {
            return difference(a, b);
        }
        if (!insn.wide()) {
            throw refuse(
                    "32-bit arithmetic on " + kindOf(left, right), "an address has 64 bits; use it as a pointer in C");
        }
        if (left instanceof Pointer pointer && right instanceof Scalar number) {
            return moved(pointer, number.bounds());
        }
        if (insn.op() == AluOp.ADD && right instanceof Pointer pointer && left instanceof Scalar number) {
            return moved(pointer, number.bounds());
        }
        throw refuse("`" + insn.op() + "` on " + kindOf(left, right), "only add to and subtract from pointers");
    }

    private static Kind kindOf(Register left, Register right) {
        return left instanceof Pointer p ? p.kind() : ((Pointer) right).kind();
    }

    private Register difference(Pointer a, Pointer b) throws Refusal {
        boolean inPacket = isPacket(a) && isPacket(b);
        if (insn.op() != AluOp.SUB || !inPacket) {
            throw refuse("`" + insn.op() + "` on two addresses", "only packet pointers can be subtracted");
        }
        return Register.scalar(Bounds.signed(-FARTHEST, FARTHEST).truncate(insn.wide() ? 64 : 32));
    }

    private static boolean isPacket(Pointer pointer) {
        return pointer.kind() == Kind.PACKET || pointer.kind() == Kind.PACKET_END || pointer.kind() == Kind.PACKET_META;
    }

    private Register moved(Pointer pointer, Bounds by) throws Refusal {
        checkKind(pointer);
        if (insn.op() != AluOp.ADD && insn.op() != AluOp.SUB) {
            throw refuse("`" + insn.op() + "` on " + pointer.kind(), "only add to and subtract from pointers");
        }
        Bounds distance = insn.op() == AluOp.ADD ? by : Bounds.of(0).minus(by);
        Pointer result = distance.isConstant() ? pointer.moved(distance.smin()) : movedUnknown(pointer, distance);
        if (tooFar(distance) || tooFar(result.variable()) || Math.abs(result.offset()) >= FARTHEST) {
            throw refuse(
                    pointer.kind() + " and a number that can be anything (" + distance + ")",
                    "bound the number before: `if (n > MAX) return XDP_DROP;` or `n &= MASK`");
        }
        return result;
    }

    private static boolean tooFar(Bounds bounds) {
        return bounds.smin() <= -FARTHEST || bounds.smax() >= FARTHEST;
    }

    private Pointer movedUnknown(Pointer pointer, Bounds distance) throws Refusal {
        if (pointer.kind() == Kind.STACK || pointer.kind() == Kind.READ_ONLY) {
            String what = pointer.kind() == Kind.STACK ? "the stack" : "constants";
            throw Fault.of(Code.E0840, "an access to " + what + " at a place that is not constant is not supported")
                    .withNote("the index is " + distance + ", more than " + Step.MOST_CASES + " places")
                    .withFix("bound the index before, or keep the array in a map")
                    .refusal();
        }
        Bounds variable = pointer.variable().plus(distance);
        int id = pointer.kind() == Kind.PACKET ? nextIdentity : 0;
        return new Pointer(pointer.kind(), pointer.object(), pointer.offset(), variable, id, 0);
    }

    private void checkKind(Pointer pointer) throws Refusal {
        switch (pointer.kind()) {
            case VALUE_OR_NULL ->
                throw Fault.of(Code.E0822, "arithmetic on a map value that can be null")
                        .withNote("the look-up may have found nothing")
                        .withFix("test the pointer before: `if (!value) return XDP_PASS;`")
                        .refusal();
            case MAP, PACKET_END, CONTEXT, STALE ->
                throw refuse(
                        "arithmetic on " + pointer.kind(), "compute from `data`, never from the end or the context");
            default -> {
                // Moving the others inside of their object is what pointers are for.
            }
        }
    }

    private static Refusal refuse(String what, String fix) {
        return Fault.of(Code.E0826, "pointer arithmetic that cannot be followed: " + what)
                .withFix(fix)
                .refusal();
    }
}

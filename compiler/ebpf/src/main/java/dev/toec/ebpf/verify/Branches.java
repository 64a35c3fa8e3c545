package dev.toec.ebpf.verify;

import dev.toec.diag.Code;
import dev.toec.ebpf.elf.Fault;
import dev.toec.ebpf.elf.Refusal;
import dev.toec.ebpf.insn.Condition;
import dev.toec.ebpf.insn.Insn;
import dev.toec.ebpf.verify.Register.Pointer;
import dev.toec.ebpf.verify.Register.Scalar;
import dev.toec.ebpf.verify.Shape.Kind;
import java.util.function.UnaryOperator;

/** What a branch teaches on each of its ways. */
final class Branches {
    /** Greatest offset of a packet pointer a comparison with the end proves something about. */
    private static final long GREATEST_OFFSET = 0xffff;

    private final Facts facts;

    Branches(Facts facts) {
        this.facts = facts;
    }

    /**
     * Changes {@code state} to what holds where the branch is taken ({@code outcome}) or passed.
     *
     * @return whether that can be at all
     */
    boolean assume(State state, Insn.Branch branch, Register left, Register right, boolean outcome) throws Refusal {
        if (left instanceof Scalar a && right instanceof Scalar b) {
            return numbers(state, branch, a, b, outcome);
        }
        boolean withNull = right instanceof Scalar s && s.bounds().equals(Bounds.of(0));
        boolean equality = branch.condition() == Condition.EQ || branch.condition() == Condition.NE;
        if (left instanceof Pointer pointer && withNull && equality && (branch.wide() || isPacket(pointer.kind()))) {
            return nullTest(state, pointer, outcome == (branch.condition() == Condition.EQ));
        }
        if (!branch.wide()) {
            throw refuse("the lower half of an address is compared", left, right);
        }
        if (left instanceof Pointer a && right instanceof Pointer b) {
            return addresses(state, branch, a, b, outcome);
        }
        throw refuse("an address is compared with a number", left, right);
    }

    private static Refusal refuse(String what, Register left, Register right) {
        return Fault.of(Code.E0833, what)
                .withNote("compared are " + left.shape().kind() + " and "
                        + right.shape().kind())
                .withFix(
                        "compare packet pointers with each other or with `data_end`, and other pointers with NULL only")
                .refusal();
    }

    private static boolean numbers(State state, Insn.Branch branch, Scalar a, Scalar b, boolean outcome) {
        boolean wide = branch.wide();
        Bounds right =
                wide || branch.right().isRegister() ? b.bounds() : b.bounds().truncate(32);
        Comparison known = outcome
                ? Comparison.assume(branch.condition(), wide, a.bounds(), right)
                : Comparison.refute(branch.condition(), wide, a.bounds(), right);
        if (known.isImpossible()) {
            return false;
        }
        learn(state, branch.left(), a, known.left());
        if (branch.right().isRegister()) {
            learn(state, branch.right().register(), b, known.right());
        }
        return true;
    }

    private static void learn(State state, int register, Scalar old, Bounds now) {
        if (now.equals(old.bounds())) {
            return;
        }
        Scalar better = new Scalar(now, old.id());
        state.set(register, better);
        if (old.id() != 0) {
            state.replaceAll(r -> r instanceof Scalar s && s.id() == old.id() ? better : r);
        }
    }

    /**
     * Only a look-up's result is ever null. {@code ctx->data} and {@code ctx->data_end} have 32 bits in C, so compilers
     * test the lower half of a packet pointer; that must not become a number either.
     */
    private static boolean nullTest(State state, Pointer pointer, boolean isNull) throws Refusal {
        if (pointer.kind() == Kind.STALE) {
            throw Fault.of(Code.E0832, "a map value is tested after an update or delete of its map")
                    .withNote("the kernel gives the entry's memory to others then")
                    .withFix("test it before the update, or look the key up again")
                    .refusal();
        }
        if (pointer.kind() != Kind.VALUE_OR_NULL) {
            return !isNull;
        }
        UnaryOperator<Register> resolve = r -> {
            boolean same = r instanceof Pointer p && p.kind() == Kind.VALUE_OR_NULL && p.id() == pointer.id();
            if (!same) {
                return r;
            }
            return isNull ? Register.constant(0) : ((Pointer) r).withKind(Kind.VALUE);
        };
        state.replaceAll(resolve);
        return true;
    }

    private boolean addresses(State state, Insn.Branch branch, Pointer a, Pointer b, boolean outcome) throws Refusal {
        if (!isPacket(a.kind())
                || !isPacket(b.kind())
                || branch.condition().isSigned()
                || branch.condition() == Condition.SET) {
            throw refuse("addresses that are not of the packet are compared", a, b);
        }
        if (a.offset() < 0
                || a.variable().smin() < 0
                || b.offset() < 0
                || b.variable().smin() < 0) {
            facts.maybeNegative(state.slot);
        }
        Condition holds = outcome ? branch.condition() : branch.condition().negated();
        prove(state, holds, a, b);
        prove(state, holds.swapped(), b, a);
        return true;
    }

    private static boolean isPacket(Kind kind) {
        return kind == Kind.PACKET || kind == Kind.PACKET_END || kind == Kind.PACKET_META;
    }

    /** Learns from {@code pointer condition limit} where the limit is what bounds the pointer's object. */
    private static void prove(State state, Condition condition, Pointer pointer, Pointer limit) {
        boolean below = condition == Condition.ULT || condition == Condition.ULE || condition == Condition.EQ;
        if (!below || !limits(limit, pointer.kind())) {
            return;
        }
        long proven = pointer.offset() + (condition == Condition.ULT ? 1 : 0);
        boolean near = pointer.variable().smin() >= 0 && pointer.greatest() <= GREATEST_OFFSET;
        if (!near || proven <= 0) {
            return;
        }
        state.replaceAll(r -> {
            boolean same = r instanceof Pointer p && p.kind() == pointer.kind() && p.id() == pointer.id();
            return same && ((Pointer) r).proven() < proven ? ((Pointer) r).withProven((int) proven) : r;
        });
    }

    private static boolean limits(Pointer limit, Kind of) {
        boolean beginning = limit.kind() == Kind.PACKET
                && limit.offset() == 0
                && limit.variable().equals(Bounds.of(0));
        return of == Kind.PACKET && limit.kind() == Kind.PACKET_END || of == Kind.PACKET_META && beginning;
    }
}

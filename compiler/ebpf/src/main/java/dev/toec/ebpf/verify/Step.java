package dev.toec.ebpf.verify;

import dev.toec.diag.Code;
import dev.toec.ebpf.elf.Fault;
import dev.toec.ebpf.elf.Refusal;
import dev.toec.ebpf.insn.AluOp;
import dev.toec.ebpf.insn.AtomicNames;
import dev.toec.ebpf.insn.Insn;
import dev.toec.ebpf.insn.Operand;
import dev.toec.ebpf.load.LinkedProgram;
import dev.toec.ebpf.verify.Register.Pointer;
import dev.toec.ebpf.verify.Register.Scalar;
import dev.toec.ebpf.verify.Shape.Kind;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.stream.Stream;

/** Executes one instruction on what is known; the result is the states in which the path goes on. */
final class Step implements Insn.Visitor<List<State>, Refusal> {
    /** Most numbers an index is taken apart into. */
    static final int MOST_CASES = 256;

    private final Facts facts;
    private final Memory memory;
    private final Calls calls;
    private final Branches branches;
    private State state;
    private int identities;

    Step(LinkedProgram program, Facts facts, List<BitSet> loaded) {
        this.facts = facts;
        this.memory = new Memory(program, facts, loaded);
        this.calls = new Calls(program, facts, memory);
        this.branches = new Branches(facts);
    }

    /** Executes {@code insn}, changing {@code at}; none, one (mostly {@code at} itself) or two states follow. */
    List<State> execute(State at, Insn insn) throws Refusal {
        state = at;
        return insn.accept(this);
    }

    private List<State> next(int slots) {
        state.slot += slots;
        return List.of(state);
    }

    private Register read(int register) throws Refusal {
        Register value = state.get(register);
        if (value.shape().kind() == Kind.UNSET) {
            throw Fault.of(Code.E0820, "r" + register + " is read, but not written on this path")
                    .withNote("calls leave r1 to r5 unwritten; a function returns its result in r0")
                    .withFix("initialise the variable on every path")
                    .refusal();
        }
        facts.operand(state.slot, register, value.shape());
        return value;
    }

    private Register read(Operand operand) throws Refusal {
        return operand.isRegister() ? read(operand.register()) : Register.constant(operand.immediate());
    }

    private int identity() {
        return ++identities;
    }

    private List<State> set(int register, Register value) {
        state.set(register, value);
        return next(1);
    }

    @Override
    public List<State> alu(Insn.Alu insn) throws Refusal {
        Register left = read(insn.dst());
        Register right = read(insn.source());
        if (left instanceof Scalar a && right instanceof Scalar b) {
            Bounds bounds = sameRegisterDifference(insn)
                    ? Bounds.of(0)
                    : Arithmetic.apply(insn.op(), insn.wide(), a.bounds(), b.bounds());
            return set(insn.dst(), Register.scalar(bounds));
        }
        int number = left instanceof Scalar ? insn.dst() : insn.source().register();
        if (needsPlace(left, right) && number >= 0 && state.get(number) instanceof Scalar index) {
            List<State> cases = cases(number, index);
            if (cases.size() > 1) {
                return cases;
            }
        }
        Register result = new PointerArithmetic(insn, identity()).apply(left, right);
        noteMove(left instanceof Pointer ? left : right, result);
        return set(insn.dst(), result);
    }

    /** The stack and constants are followed byte by byte, so an index that can be several numbers is taken one by one. */
    private static boolean needsPlace(Register left, Register right) {
        Pointer pointer = left instanceof Pointer p ? p : (Pointer) right;
        return pointer.kind() == Kind.STACK || pointer.kind() == Kind.READ_ONLY;
    }

    /** The present state once per number that {@code register} can be, at the same instruction; none if too many. */
    private List<State> cases(int register, Scalar number) {
        Bounds bounds = number.bounds();
        List<State> cases = new ArrayList<>();
        if (Long.compareUnsigned(bounds.smax() - bounds.smin(), MOST_CASES) >= 0) {
            return cases;
        }
        for (long value = bounds.smin(); value <= bounds.smax(); value++) {
            if (bounds.bits().covers(Tnum.of(value))) {
                Scalar constant = Register.constant(value);
                State one = state.copy();
                one.set(register, constant);
                one.replaceAll(r -> r instanceof Scalar s && s.id() != 0 && s.id() == number.id() ? constant : r);
                cases.add(one);
            }
        }
        return cases;
    }

    private void noteMove(Register from, Register to) {
        if (to instanceof Pointer pointer && (pointer.kind() == Kind.STACK || pointer.kind() == Kind.READ_ONLY)) {
            facts.move(state.slot, pointer.offset() - ((Pointer) from).offset());
        }
    }

    /** {@code r1 ^= r1} and {@code r1 -= r1} give zero whatever is in r1. */
    private static boolean sameRegisterDifference(Insn.Alu insn) {
        boolean same = insn.source().register() == insn.dst();
        return same && (insn.op() == AluOp.XOR || insn.op() == AluOp.SUB);
    }

    @Override
    public List<State> move(Insn.Move insn) throws Refusal {
        Register value = read(insn.source());
        boolean whole = insn.wide() && insn.signBits() == 0;
        if (value instanceof Scalar number) {
            return set(insn.dst(), moved(insn, number, whole));
        }
        if (!whole) {
            throw Fault.of(Code.E0826, "a part of " + value.shape().kind() + " is taken as a number")
                    .withFix("keep addresses in pointers")
                    .refusal();
        }
        return set(insn.dst(), value);
    }

    private Register moved(Insn.Move insn, Scalar number, boolean whole) {
        boolean fits = number.bounds().umax() >>> 32 == 0;
        if (whole || fits && insn.signBits() == 0) {
            return shared(insn.source(), number);
        }
        int width = insn.wide() ? 64 : 32;
        Bounds bounds = insn.signBits() == 0 ? number.bounds() : number.bounds().signExtend(insn.signBits());
        return Register.scalar(bounds.truncate(width));
    }

    /** A copy of a number that is not constant, marked so that what is learned of one is known of both. */
    private Scalar shared(Operand source, Scalar number) {
        if (!source.isRegister() || number.bounds().isConstant()) {
            return number;
        }
        if (number.id() != 0) {
            return number;
        }
        Scalar marked = new Scalar(number.bounds(), identity());
        state.set(source.register(), marked);
        return marked;
    }

    @Override
    public List<State> negate(Insn.Negate insn) throws Refusal {
        return set(insn.dst(), Register.scalar(Arithmetic.negate(insn.wide(), number(insn.dst(), "negated"))));
    }

    @Override
    public List<State> swap(Insn.Swap insn) throws Refusal {
        Bounds bounds = number(insn.dst(), "swapped");
        return set(insn.dst(), Register.scalar(Arithmetic.swap(bounds, insn.bits(), insn.reverse())));
    }

    private Bounds number(int register, String what) throws Refusal {
        Register value = read(register);
        if (value instanceof Scalar scalar) {
            return scalar.bounds();
        }
        throw Fault.of(Code.E0826, value.shape().kind() + " is " + what)
                .withFix("only add to and subtract from pointers")
                .refusal();
    }

    @Override
    public List<State> loadConstant(Insn.LoadConstant insn) {
        state.set(insn.dst(), Register.constant(insn.value()));
        return next(insn.slots());
    }

    @Override
    public List<State> loadMap(Insn.LoadMap insn) throws Refusal {
        calls.checkMap(insn.map());
        state.set(insn.dst(), Register.pointer(Kind.MAP, insn.map()));
        return next(insn.slots());
    }

    @Override
    public List<State> loadReadOnly(Insn.LoadReadOnly insn) {
        state.set(insn.dst(), Register.pointer(Kind.READ_ONLY, insn.section()).moved(insn.offset()));
        return next(insn.slots());
    }

    @Override
    public List<State> load(Insn.Load insn) throws Refusal {
        Register value = memory.load(state, read(insn.base()), "r" + insn.base(), insn.offset(), insn.bytes());
        if (insn.signed()) {
            if (!(value instanceof Scalar scalar)) {
                throw Fault.of(Code.E0826, "an address is read as a signed number")
                        .refusal();
            }
            value = Register.scalar(scalar.bounds().signExtend(insn.bytes() * 8));
        }
        return set(insn.dst(), value);
    }

    @Override
    public List<State> store(Insn.Store insn) throws Refusal {
        Register base = read(insn.base());
        memory.store(state, base, "r" + insn.base(), insn.offset(), insn.bytes(), read(insn.value()));
        return next(1);
    }

    @Override
    public List<State> atomic(Insn.Atomic insn) throws Refusal {
        if (insn.operation() != Insn.Atomic.ADD) {
            throw Fault.of(Code.E0812, AtomicNames.name(insn.operation()) + " is not supported")
                    .withNote("of the atomic operations only addition without result is")
                    .withFix("use `__sync_fetch_and_add` and ignore its result")
                    .refusal();
        }
        if (read(insn.source()) instanceof Pointer pointer) {
            throw Fault.of(Code.E0825, "an address (" + pointer.kind() + ") is added to memory")
                    .withFix("add a number")
                    .refusal();
        }
        memory.atomic(state, read(insn.base()), "r" + insn.base(), insn.offset(), insn.bytes());
        return next(1);
    }

    @Override
    public List<State> jump(Insn.Jump insn) {
        state.slot = insn.target();
        return List.of(state);
    }

    @Override
    public List<State> branch(Insn.Branch insn) throws Refusal {
        Register left = read(insn.left());
        Register right = read(insn.right());
        State taken = state.copy();
        boolean canTake = branches.assume(taken, insn, left, right, true);
        boolean canPass = branches.assume(state, insn, left, right, false);
        int slot = state.slot;
        taken.slot = insn.target();
        state.slot = slot + 1;
        if (canTake) {
            facts.branch(slot, true);
        }
        if (canPass) {
            facts.branch(slot, false);
        }
        return Stream.concat(canPass ? Stream.of(state) : Stream.empty(), canTake ? Stream.of(taken) : Stream.empty())
                .toList();
    }

    @Override
    public List<State> callHelper(Insn.CallHelper insn) throws Refusal {
        Helper helper = Helper.of(insn.helper());
        if (helper != null) {
            for (int i = 1; i <= helper.arguments().size(); i++) {
                facts.operand(state.slot, i, state.get(i).shape());
            }
        }
        calls.helper(state, insn.helper(), identity());
        return next(1);
    }

    @Override
    public List<State> callLocal(Insn.CallLocal insn) throws Refusal {
        calls.enter(state, insn.target());
        return List.of(state);
    }

    @Override
    public List<State> exit(Insn.Exit insn) throws Refusal {
        Register result = read(0);
        if (state.depth() > 0) {
            calls.leave(state);
            return List.of(state);
        }
        if (result instanceof Pointer pointer) {
            throw Fault.of(Code.E0825, "the program returns an address (" + pointer.kind() + ")")
                    .withNote("r0 must be an action such as XDP_PASS")
                    .withFix("return a constant of `enum xdp_action`")
                    .refusal();
        }
        return List.of();
    }
}

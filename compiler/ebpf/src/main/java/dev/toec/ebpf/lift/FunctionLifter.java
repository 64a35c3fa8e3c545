package dev.toec.ebpf.lift;

import dev.toec.diag.Code;
import dev.toec.ebpf.elf.Fault;
import dev.toec.ebpf.elf.Refusal;
import dev.toec.ebpf.insn.AluOp;
import dev.toec.ebpf.insn.Condition;
import dev.toec.ebpf.insn.Insn;
import dev.toec.ebpf.verify.Facts;
import dev.toec.ebpf.verify.Shape.Kind;
import dev.toec.ebpf.verify.Verifier;
import dev.toec.ebpf.verify.Verifier.Proof;
import dev.toec.ir.BinaryOp;
import dev.toec.ir.CompareOp;
import dev.toec.ir.Function;
import dev.toec.ir.FunctionBuilder;
import dev.toec.ir.FunctionBuilder.Draft;
import dev.toec.ir.Instruction;
import dev.toec.ir.IrType;
import dev.toec.ir.Value;
import dev.toec.source.Span;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntFunction;

/**
 * Translates a proved program to one function, functions it calls in place. Blocks are made on demand, one for each
 * {@link Place}; a place the verifier never saw reached is remembered and left out in the next attempt, until none is met.
 */
public final class FunctionLifter implements Insn.Visitor<Boolean, Exception> {
    /** Most blocks made over all attempts. */
    private static final int MAX_PLACES = 20_000;

    /** What is the same in all attempts. */
    private record Task(Proof proof, SlotLiveness slots, TableNames tables, IntFunction<Span> spans) {}

    private final Task task;
    private final Facts facts;
    private final Set<Place> impossible;
    private final Set<Place> found = new HashSet<>();
    private final FunctionBuilder builder;
    private final Emitter emit;
    private final BlockLifter block;
    private final Map<Place, Draft> drafts = new HashMap<>();
    private final Deque<Place> waiting = new ArrayDeque<>();
    private Shapes shapes;
    private int slot;

    private FunctionLifter(Task task, String name, String doc, Set<Place> impossible) {
        this.task = task;
        this.facts = task.proof.facts();
        this.impossible = impossible;
        this.builder = new FunctionBuilder(name, doc, task.spans.apply(0));
        this.emit = new Emitter(builder);
        emit.at(task.spans.apply(0));
        Value packet = builder.parameter("frame", IrType.PACKET);
        Value length = builder.value("length", IrType.I32);
        builder.add(new Instruction.PacketLength(length, packet, emit.span()));
        MemoryLifter memory = new MemoryLifter(task.proof.program(), task.tables, emit, packet, facts.stackRanges());
        memory.initialise();
        this.block = new BlockLifter(task.proof, emit, memory, new MapLifter(emit, memory, task.tables), length);
    }

    /**
     * Translates {@code proof}'s program.
     *
     * @param name of the function
     * @param tables names the tables it uses, and learns which
     * @param spans where each slot is shown
     */
    public static Function lift(Proof proof, String name, String doc, TableNames tables, IntFunction<Span> spans)
            throws Refusal {
        Task task = new Task(proof, new SlotLiveness(proof), tables, spans);
        Set<Place> impossible = new HashSet<>();
        int places = 0;
        while (true) {
            FunctionLifter attempt = new FunctionLifter(task, name, doc, impossible);
            attempt.run(MAX_PLACES - places);
            places += attempt.drafts.size();
            if (attempt.found.isEmpty()) {
                return attempt.finish();
            }
            impossible.addAll(attempt.found);
        }
    }

    private Function finish() {
        drafts.values().forEach(builder::seal);
        return builder.build(List.of(IrType.I32));
    }

    private void run(int budget) throws Refusal {
        jumpTo(place(0, Shapes.initial()));
        while (!waiting.isEmpty()) {
            if (drafts.size() > budget) {
                throw Fault.of(Code.E0840, "the program becomes too many blocks, more than " + MAX_PLACES)
                        .withNote("code that paths reach with different kinds of pointers is repeated for each")
                        .withFix("split it into several programs")
                        .refusal();
            }
            lift(waiting.remove());
        }
    }

    private Place place(int at, Shapes held) {
        return held.place(at, task.proof.liveness(), task.slots);
    }

    private Draft draft(Place place) {
        return drafts.computeIfAbsent(place, p -> {
            waiting.add(p);
            return builder.newBlock("at" + p.slot());
        });
    }

    private void jumpTo(Place place) {
        builder.jump(draft(place), emit.span());
    }

    private void lift(Place place) throws Refusal {
        builder.moveTo(drafts.get(place));
        shapes = Shapes.at(place);
        slot = place.slot();
        try {
            while (step()) {
                slot += task.proof.program().insn(slot).slots();
                if (task.proof.flow().isLeader(slot)) {
                    go(place(slot, shapes));
                    return;
                }
            }
        } catch (Impossible e) {
            found.add(place);
            builder.returns(List.of(emit.constant(IrType.I32, 0)), emit.span());
        }
    }

    /** Translates one instruction; tells whether control goes on behind it in this block. */
    private boolean step() throws Refusal, Impossible {
        if (!facts.isReached(slot) || shapes.depth() >= Verifier.MAX_FRAMES) {
            throw new Impossible();
        }
        emit.at(task.spans.apply(slot));
        block.moveTo(slot, shapes);
        try {
            return task.proof.program().insn(slot).accept(this);
        } catch (Refusal | Impossible | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private void go(Place place) throws Impossible {
        if (impossible.contains(place)) {
            throw new Impossible();
        }
        jumpTo(place);
    }

    @Override
    public Boolean jump(Insn.Jump insn) throws Impossible {
        go(place(insn.target(), shapes));
        return false;
    }

    @Override
    public Boolean branch(Insn.Branch insn) throws Impossible {
        Held left = block.held(insn.left());
        Held right = insn.right().isRegister() ? block.held(insn.right().register()) : Held.SCALAR;
        if (left.kind() == Kind.VALUE_OR_NULL) {
            nullTest(insn, left);
        } else if (left.shape().isPointer() && !right.shape().isPointer()) {
            // Any other pointer is never null.
            go(place(insn.condition() == Condition.NE ? insn.target() : slot + 1, shapes));
        } else {
            Place taken = place(insn.target(), shapes);
            Place passed = place(slot + 1, shapes);
            decide(insn, taken, passed, left.shape().isPointer());
        }
        return false;
    }

    private void decide(Insn.Branch insn, Place taken, Place passed, boolean addresses) throws Impossible {
        boolean canTake = facts.canGo(slot, true) && !impossible.contains(taken);
        boolean canPass = facts.canGo(slot, false) && !impossible.contains(passed);
        if (canTake && canPass && !taken.equals(passed)) {
            Value condition = addresses ? comparePositions(insn) : compareNumbers(insn);
            builder.branch(condition, draft(taken), draft(passed), emit.span());
        } else if (canTake || canPass) {
            go(canTake ? taken : passed);
        } else {
            throw new Impossible();
        }
    }

    private void nullTest(Insn.Branch insn, Held pointer) throws Impossible {
        boolean nullTaken = insn.condition() == Condition.EQ;
        Value entry = block.entry(insn.left());
        Shapes whenNull = Shapes.at(shapes.whole(slot));
        block.resolveNull(whenNull, pointer, true);
        Shapes present = Shapes.at(shapes.whole(slot));
        block.resolveNull(present, pointer, false);
        Place absent = place(nullTaken ? insn.target() : slot + 1, whenNull);
        Place there = place(nullTaken ? slot + 1 : insn.target(), present);
        boolean canBeNull = facts.canGo(slot, nullTaken) && !impossible.contains(absent);
        boolean canBeThere = facts.canGo(slot, !nullTaken) && !impossible.contains(there);
        if (canBeNull && canBeThere) {
            Value condition = builder.value("found", IrType.I1);
            builder.add(new Instruction.EntryPresent(condition, entry, emit.span()));
            builder.branch(condition, draft(there), draft(absent), emit.span());
        } else if (canBeNull || canBeThere) {
            go(canBeNull ? absent : there);
        } else {
            throw new Impossible();
        }
    }

    private Value comparePositions(Insn.Branch insn) throws Impossible {
        CompareOp op = Operations.of(insn.condition());
        Value left = block.position(insn.left());
        Value right = block.position(insn.right().register());
        CompareOp exact = facts.comparesInside(slot) ? op : Operations.signed(op);
        return emit.compare(exact, left, right);
    }

    private Value compareNumbers(Insn.Branch insn) {
        Value left = block.number(insn.left());
        Value right = block.number(insn.right(), IrType.I64);
        boolean small =
                emit.fits(left, 32) && emit.fits(right, 32) && !insn.condition().isSigned();
        IrType type = insn.wide() && !small ? IrType.I64 : IrType.I32;
        Value a = emit.resize(left, type);
        Value b = emit.resize(right, type);
        if (insn.condition() == Condition.SET) {
            return emit.compare(CompareOp.NE, emit.binary(BinaryOp.AND, a, b), emit.constant(type, 0));
        }
        return emit.compare(Operations.of(insn.condition()), a, b);
    }

    @Override
    public Boolean callLocal(Insn.CallLocal insn) throws Impossible {
        block.enter(slot + 1);
        go(place(insn.target(), shapes));
        return false;
    }

    @Override
    public Boolean exit(Insn.Exit insn) throws Impossible {
        block.held(0);
        if (shapes.depth() > 0) {
            int at = block.leave();
            go(place(at, shapes));
        } else {
            builder.returns(List.of(emit.resize(block.number(0), IrType.I32)), emit.span());
        }
        return false;
    }

    @Override
    public Boolean alu(Insn.Alu insn) throws Refusal, Impossible {
        Held left = block.held(insn.dst());
        Held pointer = left.shape().isPointer() ? left : block.held(insn.source());
        boolean placed = pointer.kind() == Kind.STACK || pointer.kind() == Kind.READ_ONLY;
        if (placed && facts.movesAt(slot).size() > 1) {
            spread(insn, pointer, left == pointer ? insn.source().register() : insn.dst());
            return false;
        }
        block.alu(insn);
        return true;
    }

    /** Goes on apart for each place on the stack, or among the constants, that the sum can be. */
    private void spread(Insn.Alu insn, Held pointer, int number) throws Impossible {
        TreeMap<Long, Draft> cases = new TreeMap<>();
        for (long move : facts.movesAt(slot)) {
            Shapes moved = Shapes.at(shapes.whole(slot));
            moved.set(insn.dst(), pointer.moved(move));
            Place place = place(slot + 1, moved);
            if (!impossible.contains(place)) {
                cases.put(insn.op() == AluOp.ADD ? move : -move, draft(place));
            }
        }
        if (cases.isEmpty()) {
            throw new Impossible();
        }
        // The proof says that no other number occurs, so the last case needs no test.
        Draft last = cases.remove(cases.lastKey());
        if (cases.isEmpty()) {
            builder.jump(last, emit.span());
        } else {
            builder.switchOn(block.number(number), cases, last, emit.span());
        }
    }

    @Override
    public Boolean move(Insn.Move insn) throws Impossible {
        block.move(insn);
        return true;
    }

    @Override
    public Boolean negate(Insn.Negate insn) throws Impossible {
        block.negate(insn);
        return true;
    }

    @Override
    public Boolean swap(Insn.Swap insn) throws Impossible {
        block.swap(insn);
        return true;
    }

    @Override
    public Boolean loadConstant(Insn.LoadConstant insn) {
        block.setNumber(insn.dst(), emit.constant(IrType.I64, insn.value()));
        return true;
    }

    @Override
    public Boolean loadMap(Insn.LoadMap insn) {
        block.loadMap(insn);
        return true;
    }

    @Override
    public Boolean loadReadOnly(Insn.LoadReadOnly insn) {
        block.loadReadOnly(insn);
        return true;
    }

    @Override
    public Boolean load(Insn.Load insn) throws Refusal, Impossible {
        block.load(insn);
        return true;
    }

    @Override
    public Boolean store(Insn.Store insn) throws Refusal, Impossible {
        block.store(insn);
        return true;
    }

    @Override
    public Boolean atomic(Insn.Atomic insn) throws Refusal, Impossible {
        block.atomic(insn);
        return true;
    }

    @Override
    public Boolean callHelper(Insn.CallHelper insn) throws Refusal, Impossible {
        block.callHelper(insn);
        return true;
    }
}

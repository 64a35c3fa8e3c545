package dev.toec.ebpf.lift;

import dev.toec.ebpf.elf.Refusal;
import dev.toec.ebpf.insn.AluOp;
import dev.toec.ebpf.insn.Insn;
import dev.toec.ebpf.insn.Operand;
import dev.toec.ebpf.lift.Variables.Variable;
import dev.toec.ebpf.load.LinkedProgram;
import dev.toec.ebpf.load.MapDefinition;
import dev.toec.ebpf.verify.Facts;
import dev.toec.ebpf.verify.Helper;
import dev.toec.ebpf.verify.Shape.Kind;
import dev.toec.ebpf.verify.Verifier.Proof;
import dev.toec.ir.BinaryOp;
import dev.toec.ir.FunctionBuilder;
import dev.toec.ir.IrType;
import dev.toec.ir.UnaryOp;
import dev.toec.ir.Value;

/**
 * Translates the instructions of a block that neither jump nor leave; {@link FunctionLifter} does the rest. What a register
 * holds decides which operation an instruction becomes.
 */
final class BlockLifter {
    private final LinkedProgram program;
    private final Facts facts;
    private final Emitter emit;
    private final FunctionBuilder builder;
    private final MemoryLifter memory;
    private final MapLifter maps;
    private final Variables variables = new Variables();
    private final Value length;
    private Shapes shapes;
    private int slot;

    BlockLifter(Proof proof, Emitter emit, MemoryLifter memory, MapLifter maps, Value length) {
        this.program = proof.program();
        this.facts = proof.facts();
        this.emit = emit;
        this.builder = emit.builder();
        this.memory = memory;
        this.maps = maps;
        this.length = length;
    }

    /** What follows is the instruction at {@code at}, where registers hold {@code held}. */
    void moveTo(int at, Shapes held) {
        slot = at;
        shapes = held;
    }

    private Variable variable(int register) {
        // The frame pointer has no variable: what it points to is known.
        return variables.register(shapes.depth(), register);
    }

    /** What {@code register} holds, checked to be something the verifier saw the instruction read. */
    Held held(int register) throws Impossible {
        Held held = shapes.get(register);
        if (!facts.allows(slot, register, held.shape())) {
            throw new Impossible();
        }
        return held;
    }

    /** The number in {@code register}. */
    Value number(int register) {
        return builder.read(variable(register).number());
    }

    /** The number an operand stands for, in {@code type}. */
    Value number(Operand operand, IrType type) {
        return operand.isRegister()
                ? emit.resize(number(operand.register()), type)
                : emit.constant(type, operand.immediate());
    }

    /** Sets {@code register} to a number of any width, zero-extended. */
    void setNumber(int register, Value value) {
        builder.write(variable(register).number(), emit.resize(value, IrType.I64));
        shapes.set(register, Held.SCALAR);
    }

    /** What an operand is, checked like {@link #held(int)}. */
    Held held(Operand operand) throws Impossible {
        return operand.isRegister() ? held(operand.register()) : Held.SCALAR;
    }

    /** Where a packet pointer points, or where the packet ends, from its first byte. */
    Value position(int register) throws Impossible {
        Held held = held(register);
        return held.kind() == Kind.PACKET_END
                ? length
                : builder.read(variable(register).position());
    }

    /** Whether the map value pointer in {@code register} is null; its entry. */
    Value entry(int register) {
        return builder.read(variable(register).entry());
    }

    void alu(Insn.Alu insn) throws Impossible, Refusal {
        Held left = held(insn.dst());
        Held right = held(insn.source());
        if (left.shape().isPointer() && right.shape().isPointer()) {
            Value distance = emit.binary(
                    BinaryOp.SUB, position(insn.dst()), position(insn.source().register()));
            setNumber(insn.dst(), insn.wide() ? emit.signExtend(distance, IrType.I64) : distance);
        } else if (left.shape().isPointer()) {
            move(insn, left, insn.dst(), insn.source());
        } else if (right.shape().isPointer()) {
            Value by = emit.resize(number(insn.dst()), IrType.I32);
            copy(right, variable(insn.source().register()), variable(insn.dst()));
            moveBy(insn, right, by);
        } else {
            setNumber(insn.dst(), arithmetic(insn));
        }
    }

    private void move(Insn.Alu insn, Held pointer, int register, Operand by) throws Refusal {
        moveBy(insn, pointer, number(by, IrType.I32));
    }

    private void moveBy(Insn.Alu insn, Held pointer, Value by) throws Refusal {
        Variable target = variable(insn.dst());
        BinaryOp op = insn.op() == AluOp.ADD ? BinaryOp.ADD : BinaryOp.SUB;
        switch (pointer.kind()) {
            case STACK, READ_ONLY ->
                shapes.set(
                        insn.dst(), pointer.moved(facts.movesAt(slot).iterator().next()));
            case VALUE -> {
                builder.write(target.within(), emit.binary(op, builder.read(target.within()), by));
                shapes.set(insn.dst(), pointer);
            }
            default -> {
                builder.write(target.position(), emit.binary(op, builder.read(target.position()), by));
                shapes.set(insn.dst(), pointer);
            }
        }
    }

    private Value arithmetic(Insn.Alu insn) {
        boolean same = insn.source().register() == insn.dst();
        IrType type = insn.wide() ? IrType.I64 : IrType.I32;
        if (same && (insn.op() == AluOp.XOR || insn.op() == AluOp.SUB)) {
            return emit.constant(type, 0);
        }
        Value left = emit.resize(number(insn.dst()), type);
        Value right = number(insn.source(), type);
        return emit.binary(Operations.of(insn.op()), left, right);
    }

    void move(Insn.Move insn) throws Impossible {
        Held source = held(insn.source());
        if (source.shape().isPointer()) {
            copy(source, variable(insn.source().register()), variable(insn.dst()));
            shapes.set(insn.dst(), source);
            return;
        }
        IrType type = insn.wide() ? IrType.I64 : IrType.I32;
        if (insn.signBits() == 0) {
            setNumber(insn.dst(), number(insn.source(), type));
        } else {
            Value low = emit.resize(number(insn.source().register()), IrType.ofBits(insn.signBits()));
            setNumber(insn.dst(), emit.signExtend(low, type));
        }
    }

    private void copy(Held held, Variable from, Variable to) {
        switch (held.kind()) {
            case PACKET, PACKET_META -> builder.write(to.position(), builder.read(from.position()));
            case VALUE, VALUE_OR_NULL -> {
                builder.write(to.entry(), builder.read(from.entry()));
                builder.write(to.within(), builder.read(from.within()));
            }
            default -> {
                // Everything else is known from its kind alone.
            }
        }
    }

    void negate(Insn.Negate insn) throws Impossible {
        held(insn.dst());
        IrType type = insn.wide() ? IrType.I64 : IrType.I32;
        setNumber(insn.dst(), emit.unary(UnaryOp.NEG, emit.resize(number(insn.dst()), type)));
    }

    void swap(Insn.Swap insn) throws Impossible {
        held(insn.dst());
        Value low = emit.resize(number(insn.dst()), IrType.ofBits(insn.bits()));
        setNumber(insn.dst(), insn.reverse() ? emit.unary(UnaryOp.BYTE_SWAP, low) : low);
    }

    void load(Insn.Load insn) throws Impossible, Refusal {
        Held base = held(insn.base());
        if (base.kind() == Kind.CONTEXT) {
            loadContext(insn);
            return;
        }
        if (base.kind() == Kind.STACK) {
            int offset = base.shape().offset() + insn.offset();
            Held address = shapes.slot(base.shape().object(), offset);
            if (address != null && insn.bytes() == 8) {
                copy(address, variables.slot(base.shape().object(), offset), variable(insn.dst()));
                shapes.set(insn.dst(), address);
                return;
            }
        }
        Value value = memory.load(base, variable(insn.base()), insn.offset(), insn.bytes());
        setNumber(insn.dst(), insn.signed() ? emit.signExtend(value, IrType.I64) : value);
    }

    private void loadContext(Insn.Load insn) {
        boolean end = insn.offset() == 4;
        shapes.set(insn.dst(), Held.of(end ? Kind.PACKET_END : insn.offset() == 0 ? Kind.PACKET : Kind.PACKET_META, 0));
        if (!end) {
            // A hook hands over no metadata: it begins where the packet does.
            builder.write(variable(insn.dst()).position(), emit.constant(IrType.I32, 0));
        }
    }

    void store(Insn.Store insn) throws Impossible, Refusal {
        Held base = held(insn.base());
        Held value = held(insn.value());
        if (base.kind() == Kind.STACK) {
            int frame = base.shape().object();
            int offset = base.shape().offset() + insn.offset();
            shapes.store(frame, offset, insn.bytes(), value);
            if (value.shape().isPointer()) {
                copy(value, variable(insn.value().register()), variables.slot(frame, offset));
                return;
            }
        }
        IrType type = IrType.ofBits(insn.bytes() * 8);
        memory.store(base, variable(insn.base()), insn.offset(), insn.bytes(), number(insn.value(), type));
    }

    void atomic(Insn.Atomic insn) throws Impossible, Refusal {
        held(insn.source());
        Held base = held(insn.base());
        memory.add(base, variable(insn.base()), insn.offset(), insn.bytes(), number(insn.source()));
    }

    void callHelper(Insn.CallHelper insn) throws Impossible, Refusal {
        MapDefinition map = program.maps().get(held(1).shape().object());
        Held key = held(2);
        switch (Helper.of(insn.helper())) {
            case MAP_LOOKUP -> lookup(map, key);
            case MAP_UPDATE -> {
                Held value = held(3);
                finish(map, maps.update(map, key, variable(2), value, variable(3), facts.updateFlags(slot)));
            }
            case MAP_DELETE -> finish(map, maps.delete(map, key, variable(2)));
        }
    }

    private void lookup(MapDefinition map, Held key) throws Refusal {
        Value entry = maps.lookup(map, key, variable(2));
        int alias = shapes.freshAlias();
        shapes.forgetArguments();
        shapes.set(0, new Held(Held.of(Kind.VALUE_OR_NULL, map.index()).shape(), alias));
        builder.write(variable(0).entry(), entry);
        builder.write(variable(0).within(), emit.constant(IrType.I32, 0));
    }

    private void finish(MapDefinition map, Value result) {
        shapes.replaceAll(h -> isEntry(h, map.index()) ? h.as(Kind.STALE) : h);
        shapes.forgetArguments();
        setNumber(0, result);
    }

    private static boolean isEntry(Held held, int map) {
        boolean entry = held.kind() == Kind.VALUE || held.kind() == Kind.VALUE_OR_NULL;
        return entry && held.shape().object() == map;
    }

    void loadMap(Insn.LoadMap insn) {
        shapes.set(insn.dst(), Held.of(Kind.MAP, insn.map()));
    }

    void loadReadOnly(Insn.LoadReadOnly insn) {
        shapes.set(insn.dst(), Held.of(Kind.READ_ONLY, insn.section()).moved(insn.offset()));
    }

    /** Hands r1 to r5 to a function that is entered. */
    void enter(int returnSlot) {
        int caller = shapes.depth();
        for (int i = 1; i <= 5; i++) {
            pass(shapes.get(i), variables.register(caller, i), variables.register(caller + 1, i));
        }
        shapes.enter(returnSlot);
    }

    /** Hands r0 to the caller; gives the slot it goes on at. */
    int leave() throws Impossible {
        int callee = shapes.depth();
        pass(held(0), variables.register(callee, 0), variables.register(callee - 1, 0));
        return shapes.leave();
    }

    private void pass(Held held, Variable from, Variable to) {
        if (held.kind() == Kind.SCALAR) {
            builder.write(to.number(), builder.read(from.number()));
        } else {
            copy(held, from, to);
        }
    }

    /** What is known where the test of {@code pointer} for null went one way. */
    void resolveNull(Shapes at, Held pointer, boolean isNull) {
        if (isNull) {
            at.registersHolding(pointer)
                    .forEach(r -> builder.write(
                            variables.register(r.frame(), r.index()).number(), emit.constant(IrType.I64, 0)));
            at.slotsHolding(pointer).forEach(s -> memory.clear(s.frame(), s.index(), 8));
        }
        at.resolve(pointer, isNull);
    }
}

package dev.toec.target.cpu;

import dev.toec.ir.BinaryOp;
import dev.toec.ir.ByteOrder;
import dev.toec.ir.CompareOp;
import dev.toec.ir.ConvertOp;
import dev.toec.ir.Function;
import dev.toec.ir.FunctionBuilder;
import dev.toec.ir.FunctionBuilder.Draft;
import dev.toec.ir.FunctionBuilder.Local;
import dev.toec.ir.Instruction;
import dev.toec.ir.IrType;
import dev.toec.ir.UnaryOp;
import dev.toec.ir.Value;
import dev.toec.source.Span;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Random functions of a packet of {@link #PACKET_BYTES} bytes: arithmetic of every width, reads and writes of the packet,
 * and arbitrary jumps between blocks. Every jump backwards costs fuel, so that all of them end.
 */
final class RandomProgram {
    static final int PACKET_BYTES = 64;

    private static final List<IrType> TYPES = List.of(IrType.I1, IrType.I8, IrType.I16, IrType.I32, IrType.I64);
    private static final long[] CORNERS = {
        0,
        1,
        2,
        7,
        0x7f,
        0x80,
        0xff,
        0x7fff,
        0x8000,
        0xffff,
        0x7fffffffL,
        -1,
        -2,
        0x80000000L,
        0xffffffffL,
        Long.MIN_VALUE,
        Long.MAX_VALUE
    };

    private final Random random;
    private final FunctionBuilder builder;
    private final Value packet;
    private final List<Local> locals = new ArrayList<>();
    private final Local fuel = new Local("fuel", IrType.I32);
    private final List<Draft> blocks = new ArrayList<>();
    private List<Value> known;
    private int count;

    private RandomProgram(long seed, String name) {
        random = new Random(seed);
        builder = new FunctionBuilder(name, "", Span.NONE);
        packet = builder.parameter("pkt", IrType.PACKET);
        for (IrType type : TYPES) {
            locals.add(new Local("a" + type, type));
            locals.add(new Local("b" + type, type));
        }
    }

    /** The function named {@code name} that {@code seed} stands for; its control flow may be irreducible. */
    static Function generate(long seed, String name) {
        return new RandomProgram(seed, name).build();
    }

    private Function build() {
        known = new ArrayList<>();
        builder.write(fuel, constant(IrType.I32, 6));
        for (Local local : locals) {
            Value start = convert(load(8), local.type());
            builder.write(local, start);
        }
        count = 2 + random.nextInt(8);
        for (int i = 0; i < count; i++) {
            blocks.add(builder.newBlock("b" + i));
        }
        builder.jump(blocks.get(0), Span.NONE);
        for (int i = 0; i < count; i++) {
            builder.moveTo(blocks.get(i));
            fill(i);
        }
        blocks.forEach(builder::seal);
        return builder.build(List.of(IrType.I64));
    }

    private void fill(int number) {
        known = new ArrayList<>();
        locals.forEach(l -> known.add(builder.read(l)));
        int length = random.nextInt(7);
        for (int i = 0; i < length; i++) {
            step();
        }
        for (Local local : locals) {
            if (random.nextInt(4) == 0) {
                builder.write(local, any(local.type()));
            }
        }
        leave(number);
    }

    private void step() {
        if (random.nextInt(8) == 0) {
            int bytes = 1 + random.nextInt(8);
            ByteOrder order = random.nextBoolean() ? ByteOrder.BIG : ByteOrder.LITTLE;
            Value value = any(IrType.ofBits(bytes * 8));
            builder.add(new Instruction.PacketStore(packet, offset(), value, bytes, order, Span.NONE));
        } else {
            known.add(compute());
        }
    }

    private Value compute() {
        IrType type = TYPES.get(random.nextInt(TYPES.size()));
        return switch (random.nextInt(9)) {
            case 0 -> compare();
            case 1 -> convert(any(TYPES.get(random.nextInt(TYPES.size()))), type);
            case 2 -> load(1 + random.nextInt(8));
            case 3 -> select(type);
            case 4 -> unary(type);
            default -> binary(type);
        };
    }

    private Value define(IrType type) {
        return builder.value(random.nextInt(3) == 0 ? "x" : "", type);
    }

    private Value binary(IrType type) {
        Value result = define(type);
        // Nobody shifts a truth value: only what is no shift comes first in the enumeration.
        int choices = type == IrType.I1 ? BinaryOp.SHL.ordinal() : BinaryOp.values().length;
        BinaryOp op = BinaryOp.values()[random.nextInt(choices)];
        builder.add(new Instruction.Binary(result, op, any(type), any(type), Span.NONE));
        return result;
    }

    private Value unary(IrType type) {
        boolean swaps = type.bits() > 8 && random.nextBoolean();
        UnaryOp op = swaps ? UnaryOp.BYTE_SWAP : random.nextBoolean() ? UnaryOp.NEG : UnaryOp.NOT;
        Value result = define(type);
        builder.add(new Instruction.Unary(result, op, any(type), Span.NONE));
        return result;
    }

    private Value compare() {
        IrType type = TYPES.get(random.nextInt(TYPES.size()));
        CompareOp op = CompareOp.values()[random.nextInt(CompareOp.values().length)];
        Value result = define(IrType.I1);
        builder.add(new Instruction.Compare(result, op, any(type), any(type), Span.NONE));
        return result;
    }

    private Value select(IrType type) {
        Value result = define(type);
        builder.add(new Instruction.Select(result, any(IrType.I1), any(type), any(type), Span.NONE));
        return result;
    }

    private Value load(int bytes) {
        Value result = define(IrType.ofBits(bytes * 8));
        ByteOrder order = random.nextBoolean() ? ByteOrder.BIG : ByteOrder.LITTLE;
        builder.add(new Instruction.PacketLoad(result, packet, offset(), bytes, order, Span.NONE));
        return result;
    }

    private Value offset() {
        return constant(IrType.I32, random.nextInt(PACKET_BYTES - 8));
    }

    private Value convert(Value value, IrType to) {
        if (value.type() == to) {
            return value;
        }
        ConvertOp op = to.bits() < value.type().bits()
                ? ConvertOp.TRUNCATE
                : random.nextBoolean() ? ConvertOp.ZERO_EXTEND : ConvertOp.SIGN_EXTEND;
        Value result = define(to);
        builder.add(new Instruction.Convert(result, op, value, Span.NONE));
        return result;
    }

    private Value constant(IrType type, long bits) {
        Value result = builder.value("", type);
        builder.add(new Instruction.Constant(result, bits, Span.NONE));
        return result;
    }

    private Value any(IrType type) {
        if (random.nextInt(4) == 0) {
            return constant(type, CORNERS[random.nextInt(CORNERS.length)]);
        }
        List<Value> fitting = known.stream().filter(v -> v.type() == type).toList();
        // Recent values more often: they are the ones that fold.
        int from = random.nextBoolean() ? 0 : Math.max(0, fitting.size() - 3);
        return fitting.isEmpty() ? constant(type, 3) : fitting.get(from + random.nextInt(fitting.size() - from));
    }

    /** Leaves a block; the block behind it is always among the ways, so that every block is reached. */
    private void leave(int number) {
        boolean last = number == count - 1;
        if (last) {
            builder.returns(List.of(any(IrType.I64)), Span.NONE);
            return;
        }
        Draft next = blocks.get(number + 1);
        switch (random.nextInt(6)) {
            case 0 -> builder.jump(next, Span.NONE);
            case 1 -> choose(number, next);
            case 2 -> builder.branch(any(IrType.I1), exit(), next, Span.NONE);
            case 3 -> builder.branch(any(IrType.I1), next, way(number), Span.NONE);
            default -> builder.branch(any(IrType.I1), way(number), next, Span.NONE);
        }
    }

    private Draft exit() {
        Draft here = builder.current();
        Value result = any(IrType.I64);
        Draft exit = builder.newBlock("exit");
        builder.moveTo(exit);
        builder.returns(List.of(result), Span.NONE);
        blocks.add(exit);
        builder.moveTo(here);
        return exit;
    }

    private void choose(int number, Draft otherwise) {
        IrType type = random.nextBoolean() ? IrType.I8 : IrType.I32;
        Map<Long, Draft> cases = new LinkedHashMap<>();
        for (int i = 0; i < 1 + random.nextInt(4); i++) {
            cases.put((long) random.nextInt(6), way(number));
        }
        Value value = builder.value("", type);
        builder.add(new Instruction.Binary(value, BinaryOp.AND, any(type), constant(type, 7), Span.NONE));
        builder.switchOn(value, cases, otherwise, Span.NONE);
    }

    /** A block to go to: forward mostly; backward through a block that counts fuel. */
    private Draft way(int number) {
        if (random.nextInt(4) > 0) {
            return blocks.get(number + 1 + random.nextInt(count - number - 1));
        }
        Draft here = builder.current();
        List<Value> knownHere = known;
        Draft toll = builder.newBlock("toll");
        Draft done = builder.newBlock("done");
        Draft back = blocks.get(random.nextInt(number + 1));
        tolls(toll, done, back);
        builder.moveTo(here);
        known = knownHere;
        return toll;
    }

    private void tolls(Draft toll, Draft done, Draft back) {
        builder.moveTo(toll);
        Value left = builder.value("", IrType.I32);
        Value more = builder.value("", IrType.I1);
        builder.add(new Instruction.Binary(left, BinaryOp.SUB, builder.read(fuel), constant(IrType.I32, 1), Span.NONE));
        builder.write(fuel, left);
        builder.add(new Instruction.Compare(more, CompareOp.NE, left, constant(IrType.I32, 0), Span.NONE));
        builder.branch(more, back, done, Span.NONE);
        builder.moveTo(done);
        builder.returns(List.of(builder.read(locals.get(locals.size() - 1))), Span.NONE);
        blocks.add(toll);
        blocks.add(done);
    }
}

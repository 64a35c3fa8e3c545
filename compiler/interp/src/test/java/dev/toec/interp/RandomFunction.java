package dev.toec.interp;

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

/** Makes a function of a packet of at least 256 bytes from a seed: arithmetic, branches, switches, loops, packet access. */
final class RandomFunction {
    private static final List<IrType> TYPES = List.of(IrType.I1, IrType.I8, IrType.I16, IrType.I32, IrType.I64);

    private final Random random;
    private final FunctionBuilder builder = new FunctionBuilder("f", "", Span.NONE);
    private final Value packet = builder.parameter("pkt", IrType.PACKET);
    private final List<Local> locals = new ArrayList<>();
    private int removals = 8;

    private RandomFunction(long seed) {
        random = new Random(seed);
    }

    static Function of(long seed) {
        return new RandomFunction(seed).function();
    }

    private Function function() {
        for (IrType type : TYPES) {
            for (int i = 0; i < 3; i++) {
                Local local = new Local("x" + locals.size(), type);
                locals.add(local);
                builder.write(local, i == 0 && type != IrType.I1 ? load(type) : constant(type));
            }
        }
        statements(12, 3);
        List<Value> results = new ArrayList<>();
        locals.forEach(l -> results.add(builder.read(l)));
        builder.returns(results, Span.NONE);
        return builder.build(results.stream().map(Value::type).toList());
    }

    private void statements(int count, int depth) {
        for (int i = 0; i < count; i++) {
            int kind = random.nextInt(depth > 0 ? 12 : 9);
            if (kind < 7) {
                assign();
            } else if (kind == 7) {
                store();
            } else if (kind == 8) {
                remove(depth);
            } else if (kind == 9) {
                choice(depth);
            } else if (kind == 10) {
                alternatives(depth);
            } else {
                loop(depth);
            }
        }
    }

    private void assign() {
        Local local = locals.get(random.nextInt(locals.size()));
        builder.write(local, expression(local.type()));
    }

    private Value local(IrType type) {
        int at = TYPES.indexOf(type) * 3 + random.nextInt(3);
        return random.nextInt(4) == 0 ? constant(type) : builder.read(locals.get(at));
    }

    private Value constant(IrType type) {
        long bits = random.nextBoolean() ? random.nextInt(4) - 1 : random.nextLong();
        return add(type, v -> new Instruction.Constant(v, bits, Span.NONE));
    }

    private Value offset(int value) {
        return add(IrType.I32, v -> new Instruction.Constant(v, value, Span.NONE));
    }

    private Value load(IrType type) {
        Value at = offset(random.nextInt(8) * 8);
        ByteOrder order = random.nextBoolean() ? ByteOrder.BIG : ByteOrder.LITTLE;
        return add(type, v -> new Instruction.PacketLoad(v, packet, at, type.bits() / 8, order, Span.NONE));
    }

    private Value add(IrType type, java.util.function.Function<Value, Instruction> instruction) {
        Value result = builder.value("", type);
        builder.add(instruction.apply(result));
        return result;
    }

    private Value expression(IrType type) {
        switch (random.nextInt(6)) {
            case 0:
                return type == IrType.I1 ? comparison() : load(type);
            case 1:
                return unary(type);
            case 2:
                Value condition = local(IrType.I1);
                Value yes = local(type);
                Value no = local(type);
                return add(type, v -> new Instruction.Select(v, condition, yes, no, Span.NONE));
            case 3:
                return type == IrType.I32 ? length() : binary(type);
            case 4:
                return converted(type);
            default:
                return type == IrType.I1 ? comparison() : binary(type);
        }
    }

    private Value length() {
        return add(IrType.I32, v -> new Instruction.PacketLength(v, packet, Span.NONE));
    }

    private Value unary(IrType type) {
        boolean swaps = type.bits() >= 16;
        UnaryOp op = UnaryOp.values()[random.nextInt(swaps ? 3 : 2)];
        Value operand = local(type);
        return add(type, v -> new Instruction.Unary(v, op, operand, Span.NONE));
    }

    private Value binary(IrType type) {
        BinaryOp op = BinaryOp.values()[random.nextInt(BinaryOp.values().length)];
        Value left = local(type);
        Value right = local(type);
        return add(type, v -> new Instruction.Binary(v, op, left, right, Span.NONE));
    }

    private Value converted(IrType type) {
        IrType from = TYPES.get(random.nextInt(TYPES.size()));
        if (from == type) {
            return binary(type);
        }
        boolean narrower = type.bits() < from.bits();
        ConvertOp wider = random.nextBoolean() ? ConvertOp.ZERO_EXTEND : ConvertOp.SIGN_EXTEND;
        Value operand = local(from);
        return add(type, v -> new Instruction.Convert(v, narrower ? ConvertOp.TRUNCATE : wider, operand, Span.NONE));
    }

    private Value comparison() {
        IrType type = TYPES.get(random.nextInt(TYPES.size()));
        CompareOp op = CompareOp.values()[random.nextInt(CompareOp.values().length)];
        Value left = local(type);
        Value right = local(type);
        return add(IrType.I1, v -> new Instruction.Compare(v, op, left, right, Span.NONE));
    }

    private void store() {
        IrType type = TYPES.get(1 + random.nextInt(4));
        Value value = local(type);
        Value at = offset(random.nextInt(16) * 4);
        builder.add(new Instruction.PacketStore(packet, at, value, type.bits() / 8, ByteOrder.BIG, Span.NONE));
    }

    /** Outside of loops only, so that the packet stays long enough. */
    private void remove(int depth) {
        if (depth == 3 && removals-- > 0) {
            builder.add(new Instruction.PacketRemove(packet, offset(random.nextInt(32)), offset(4), Span.NONE));
        }
    }

    private void choice(int depth) {
        Draft yes = builder.newBlock("yes");
        Draft no = builder.newBlock("no");
        Draft join = builder.newBlock("join");
        builder.branch(local(IrType.I1), yes, random.nextBoolean() ? no : join, Span.NONE);
        for (Draft arm : List.of(yes, no)) {
            if (arm.isReachable()) {
                arm(arm, join, depth);
            } else {
                builder.seal(arm);
            }
        }
        builder.seal(join);
        builder.moveTo(join);
    }

    private void arm(Draft arm, Draft join, int depth) {
        builder.seal(arm);
        builder.moveTo(arm);
        statements(random.nextInt(4), depth - 1);
        builder.jump(join, Span.NONE);
    }

    private void alternatives(int depth) {
        Map<Long, Draft> cases = new LinkedHashMap<>();
        Draft join = builder.newBlock("join");
        for (long i = 0; i < 3; i++) {
            cases.put(i, builder.newBlock("arm"));
        }
        builder.switchOn(local(IrType.I8), cases, join, Span.NONE);
        cases.values().forEach(arm -> arm(arm, join, depth));
        builder.seal(join);
        builder.moveTo(join);
    }

    private void loop(int depth) {
        Local counter = new Local("i", IrType.I32);
        builder.write(counter, offset(0));
        Draft head = builder.newBlock("head");
        Draft body = builder.newBlock("body");
        Draft done = builder.newBlock("done");
        builder.jump(head, Span.NONE);
        builder.moveTo(head);
        Value i = builder.read(counter);
        Value end = offset(random.nextInt(4));
        Value goesOn = add(IrType.I1, v -> new Instruction.Compare(v, CompareOp.ULT, i, end, Span.NONE));
        builder.branch(goesOn, body, done, Span.NONE);
        builder.seal(body);
        builder.moveTo(body);
        statements(random.nextInt(4), depth - 1);
        Value last = builder.read(counter);
        Value one = offset(1);
        builder.write(counter, add(IrType.I32, v -> new Instruction.Binary(v, BinaryOp.ADD, last, one, Span.NONE)));
        builder.jump(head, Span.NONE);
        builder.seal(head);
        builder.seal(done);
        builder.moveTo(done);
    }
}

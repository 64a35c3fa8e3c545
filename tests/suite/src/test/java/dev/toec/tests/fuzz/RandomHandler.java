package dev.toec.tests.fuzz;

import dev.toec.ir.BinaryOp;
import dev.toec.ir.CompareOp;
import dev.toec.ir.IrType;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Writes the body of one handler as IR text: a packet of at least {@link #PROVED} bytes is read, computed with, written
 * and sent or dropped. Values of a scope are used in that scope and those inside it, so every definition dominates its
 * uses; loops count to a constant, so every handler ends.
 */
final class RandomHandler {
    /** Bytes every packet has that is not dropped at once; loads and stores stay inside. */
    static final int PROVED = 48;

    private static final List<IrType> INTEGERS = List.of(IrType.I1, IrType.I8, IrType.I16, IrType.I32, IrType.I64);
    private static final List<IrType> SWAPPED = List.of(IrType.I16, IrType.I32, IrType.I64);
    private static final long[] CORNERS = {0, 1, -1, 2, 7, 0x7f, 0x80, 0xff, 0x8000, 0x7fff, 0x80000000L, Long.MIN_VALUE
    };
    private static final int DEEPEST = 3;
    private static final int LONGEST_LOOP = 5;

    private final Random random;
    private final boolean keepsState;
    private final StringBuilder text = new StringBuilder();
    private List<Operand> scope = new ArrayList<>();
    private int values = 1;
    private int blocks;

    private record Operand(int number, IrType type) {
        @Override
        public String toString() {
            return "%" + number;
        }
    }

    /** @param keepsState whether it may write tables and variables, which only a stage of one copy may */
    RandomHandler(Random random, boolean keepsState) {
        this.random = random;
        this.keepsState = keepsState;
    }

    /** The handler for in port {@code frame} of the module {@code name}. */
    String write(String name) {
        text.append("  on frame ").append(name).append("_frame(%0: packet) {\n  entry:\n");
        Operand length = define(IrType.I32, "packet.length %0");
        Operand enough = define(IrType.I1, "uge " + length + ", " + constant(IrType.I32, PROVED));
        line("branch " + enough + ", long_enough, short");
        text.append("  short:\n");
        line("packet.drop %0, short");
        line("return");
        text.append("  long_enough:\n");
        statements(0);
        finish();
        return text.append("  }\n").toString();
    }

    private void finish() {
        for (int i = 0; i < 4; i++) {
            store();
        }
        Operand last = any(IrType.I1);
        line("branch " + last + ", given, refused");
        text.append("  given:\n");
        line("emit done(%0)");
        line("return");
        text.append("  refused:\n");
        line("packet.drop %0, refused");
        line("return");
    }

    private void statements(int depth) {
        for (int count = 2 + random.nextInt(6); count > 0; count--) {
            int kind = random.nextInt(depth < DEEPEST ? 16 : 12);
            switch (kind) {
                case 0, 1, 2 -> binary();
                case 3 -> compare();
                case 4 -> unary();
                case 5 -> convert();
                case 6 -> select();
                case 7, 8 -> load();
                case 9 -> store();
                case 10 -> line("counter.add events, " + any(IrType.I64));
                case 11 -> state();
                case 12, 13 -> branch(depth);
                case 14 -> loop(depth);
                default -> choice(depth);
            }
        }
    }

    private void binary() {
        IrType type = integer();
        BinaryOp op = BinaryOp.values()[random.nextInt(BinaryOp.values().length)];
        define(type, op + " " + any(type) + ", " + any(type));
    }

    private void compare() {
        IrType type = integer();
        CompareOp op = CompareOp.values()[random.nextInt(CompareOp.values().length)];
        define(IrType.I1, op + " " + any(type) + ", " + any(type));
    }

    private void unary() {
        if (random.nextBoolean()) {
            IrType type = SWAPPED.get(random.nextInt(SWAPPED.size()));
            define(type, "byte_swap " + any(type));
        } else {
            IrType type = integer();
            define(type, (random.nextBoolean() ? "neg " : "not ") + any(type));
        }
    }

    private void convert() {
        IrType from = integer();
        IrType to = integer();
        if (to.bits() < from.bits()) {
            define(to, "truncate " + any(from));
        } else if (to.bits() > from.bits()) {
            define(to, (random.nextBoolean() ? "zero_extend " : "sign_extend ") + any(from));
        }
    }

    private void select() {
        IrType type = integer();
        define(type, "select " + any(IrType.I1) + ", " + any(type) + ", " + any(type));
    }

    private void load() {
        int bytes = 1 + random.nextInt(8);
        Operand offset = offset(bytes);
        define(IrType.ofBits(bytes * 8), "packet.load %0, " + offset + ", " + bytes + order());
    }

    private void store() {
        int bytes = 1 + random.nextInt(8);
        Operand value = any(IrType.ofBits(bytes * 8));
        line("packet.store %0, " + offset(bytes) + ", " + value + ", " + bytes + order());
    }

    /** Constant, or computed and kept inside by a remainder. */
    private Operand offset(int bytes) {
        int room = PROVED - bytes + 1;
        if (random.nextInt(3) > 0) {
            return constant(IrType.I32, random.nextInt(room));
        }
        return define(IrType.I32, "urem " + any(IrType.I32) + ", " + constant(IrType.I32, room));
    }

    private String order() {
        return random.nextBoolean() ? " big" : " little";
    }

    private void state() {
        if (!keepsState) {
            found();
            return;
        }
        switch (random.nextInt(5)) {
            case 0 -> define(IrType.I32, "variable.load last");
            case 1 -> line("variable.store last, " + any(IrType.I32));
            case 2 -> {
                String mode = List.of(" any", " new", " existing").get(random.nextInt(3));
                define(
                        IrType.I1,
                        "table.insert seen" + key() + " = (" + any(IrType.I8) + ", " + any(IrType.I64) + ")" + mode);
            }
            case 3 -> define(IrType.I1, "table.remove seen" + key());
            default -> found();
        }
    }

    /** Few keys, so that they meet. */
    private String key() {
        Operand low = define(IrType.I32, "and " + any(IrType.I32) + ", " + constant(IrType.I32, 3));
        return "(" + low + ", " + any(IrType.I1) + ")";
    }

    private void found() {
        int entry = values++;
        String key = key();
        line("%" + entry + ": entry = table.find seen" + key);
        Operand present = define(IrType.I1, "entry.present %" + entry);
        String join = label();
        Operand absent = any(IrType.I64);
        String there = label();
        line("branch " + present + ", " + there + ", " + join + "(" + absent + ")");
        text.append("  ").append(there).append(":\n");
        List<Operand> outer = enter();
        Operand value = define(IrType.I64, "field.load %" + entry + ", seen.total");
        if (keepsState) {
            line("field.store %" + entry + ", seen.uses, " + any(IrType.I8));
        }
        line("jump " + join + "(" + value + ")");
        scope = outer;
        begin(join, IrType.I64);
    }

    private void branch(int depth) {
        IrType type = integer();
        String yes = label();
        String no = label();
        String join = label();
        line("branch " + any(IrType.I1) + ", " + yes + ", " + no);
        for (String side : List.of(yes, no)) {
            text.append("  ").append(side).append(":\n");
            List<Operand> outer = enter();
            statements(depth + 1);
            line("jump " + join + "(" + any(type) + ")");
            scope = outer;
        }
        begin(join, type);
    }

    private void choice(int depth) {
        IrType type = integer();
        Operand index = define(IrType.I8, "and " + any(IrType.I8) + ", " + constant(IrType.I8, 3));
        String zero = label();
        String three = label();
        String join = label();
        Operand direct = any(type);
        line("switch " + index + ", 0: " + zero + ", 3: " + three + ", 1: " + join + "(" + direct + "), else " + join
                + "(" + any(type) + ")");
        for (String side : List.of(zero, three)) {
            text.append("  ").append(side).append(":\n");
            List<Operand> outer = enter();
            statements(depth + 1);
            line("jump " + join + "(" + any(type) + ")");
            scope = outer;
        }
        begin(join, type);
    }

    /** Two values go round, and change places while they do. */
    private void loop(int depth) {
        IrType type = integer();
        String head = label();
        String body = label();
        String end = label();
        Operand zero = constant(IrType.I32, 0);
        Operand one = constant(IrType.I32, 1);
        Operand bound = constant(IrType.I32, random.nextInt(LONGEST_LOOP + 1));
        line("jump " + head + "(" + zero + ", " + any(type) + ", " + any(type) + ")");
        List<Operand> outer = enter();
        List<Operand> turning = begin(head, IrType.I32, type, type);
        Operand more = define(IrType.I1, "ult " + turning.get(0) + ", " + bound);
        line("branch " + more + ", " + body + ", " + end);
        text.append("  ").append(body).append(":\n");
        List<Operand> whole = enter();
        statements(depth + 1);
        Operand next = define(IrType.I32, "add " + turning.get(0) + ", " + one);
        line("jump " + head + "(" + next + ", " + turning.get(2) + ", "
                + (random.nextBoolean() ? turning.get(1) : any(type)) + ")");
        scope = whole;
        text.append("  ").append(end).append(":\n");
        List<Operand> visible = new ArrayList<>(outer);
        visible.addAll(turning);
        scope = visible;
    }

    private List<Operand> enter() {
        List<Operand> outer = scope;
        scope = new ArrayList<>(scope);
        return outer;
    }

    private List<Operand> begin(String label, IrType... types) {
        List<Operand> parameters = new ArrayList<>();
        for (IrType type : types) {
            parameters.add(new Operand(values++, type));
        }
        List<String> declared =
                parameters.stream().map(p -> p + ": " + p.type()).toList();
        text.append("  ")
                .append(label)
                .append("(")
                .append(String.join(", ", declared))
                .append("):\n");
        scope.addAll(parameters);
        return parameters;
    }

    private String label() {
        return "b" + blocks++;
    }

    private IrType integer() {
        return INTEGERS.get(random.nextInt(INTEGERS.size()));
    }

    /** A value in scope, the younger the likelier, or a constant. */
    private Operand any(IrType type) {
        List<Operand> fitting = scope.stream().filter(o -> o.type() == type).toList();
        if (fitting.isEmpty() || random.nextInt(5) == 0) {
            return constant(type, CORNERS[random.nextInt(CORNERS.length)]);
        }
        int youngest = fitting.size() - 1;
        return fitting.get(youngest - Math.min(youngest, (int) Math.abs(random.nextGaussian() * 3)));
    }

    private Operand constant(IrType type, long value) {
        return define(type, "constant 0x" + Long.toHexString(value & type.mask()));
    }

    private Operand define(IrType type, String operation) {
        Operand result = new Operand(values++, type);
        line(result + ": " + type + " = " + operation);
        scope.add(result);
        return result;
    }

    private void line(String line) {
        text.append("    ").append(line).append('\n');
    }
}

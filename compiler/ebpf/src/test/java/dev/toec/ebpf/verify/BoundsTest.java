package dev.toec.ebpf.verify;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toec.ebpf.insn.AluOp;
import dev.toec.ebpf.insn.Condition;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What is said of a result holds for every result: random bounds, random numbers inside, all operations. */
class BoundsTest {
    private static final int ROUNDS = 200_000;

    private final Random random = new Random(1);

    @Test
    void arithmeticKeepsNumbersInside() {
        for (int i = 0; i < ROUNDS; i++) {
            AluOp op = AluOp.values()[random.nextInt(AluOp.values().length)];
            boolean wide = random.nextBoolean();
            long a = number();
            long b = op.isShift() ? random.nextInt(wide ? 64 : 32) : number();
            Bounds result = Arithmetic.apply(op, wide, around(a), around(b));
            assertInside(result, compute(op, wide, a, b), a + " " + op + " " + b + (wide ? "" : " in 32 bits"));
        }
    }

    @Test
    void conversionsKeepNumbersInside() {
        for (int i = 0; i < ROUNDS; i++) {
            long a = number();
            int width = 8 << random.nextInt(4);
            int unused = 64 - width;
            assertInside(around(a).truncate(width), a << unused >>> unused, a + " cut to " + width);
            assertInside(around(a).signExtend(width), a << unused >> unused, a + " extended from " + width);
        }
    }

    @Test
    void comparisonsKeepTheNumbersThatFit() {
        for (int i = 0; i < ROUNDS; i++) {
            Condition condition = Condition.values()[random.nextInt(Condition.values().length)];
            boolean wide = random.nextBoolean();
            long a = number();
            long b = random.nextInt(4) == 0 ? a : number();
            Bounds left = around(a);
            Bounds right = around(b);
            boolean holds = holds(condition, wide ? a : (int) a, wide ? b : (int) b, wide);
            Comparison known = holds
                    ? Comparison.assume(condition, wide, left, right)
                    : Comparison.refute(condition, wide, left, right);
            String what = a + " " + condition + " " + b + (wide ? "" : " in 32 bits") + " is " + holds;
            assertInside(known.left(), a, what);
            assertInside(known.right(), b, what);
        }
    }

    private static void assertInside(Bounds bounds, long number, String what) {
        boolean inside = Long.compareUnsigned(bounds.umin(), number) <= 0
                && Long.compareUnsigned(number, bounds.umax()) <= 0
                && bounds.smin() <= number
                && number <= bounds.smax()
                && (number & ~bounds.bits().mask()) == bounds.bits().value();
        assertThat(inside).as("%s: %d is not in %s", what, number, bounds).isTrue();
    }

    /** Numbers near the places where something changes. */
    private long number() {
        long near = switch (random.nextInt(6)) {
            case 0 -> 0;
            case 1 -> 1L << random.nextInt(64);
            case 2 -> Integer.MIN_VALUE;
            case 3 -> 0xffffffffL;
            case 4 -> random.nextLong();
            default -> Long.MAX_VALUE;
        };
        return near + random.nextInt(9) - 4;
    }

    /** Bounds that hold for {@code number}, of any tightness. */
    private Bounds around(long number) {
        Bounds bounds = switch (random.nextInt(5)) {
            case 0 -> Bounds.of(number);
            case 1 -> Bounds.UNKNOWN;
            case 2 ->
                Bounds.unsigned(
                        unsignedSmaller(number, random.nextInt(100)), unsignedLarger(number, random.nextInt(100)));
            case 3 ->
                Bounds.signed(
                        number >= Long.MIN_VALUE + 100 ? number - random.nextInt(100) : number,
                        number <= Long.MAX_VALUE - 100 ? number + random.nextInt(100) : number);
            default -> {
                long mask = random.nextLong() & random.nextLong();
                yield Bounds.of(new Tnum(number & ~mask, mask));
            }
        };
        return random.nextInt(3) == 0 && number >>> 32 == 0 ? bounds.intersect(Bounds.unsigned(32)) : bounds;
    }

    private static long unsignedSmaller(long number, int by) {
        return Long.compareUnsigned(number, by) < 0 ? 0 : number - by;
    }

    private static long unsignedLarger(long number, int by) {
        return Long.compareUnsigned(number + by, number) < 0 ? -1 : number + by;
    }

    private static long compute(AluOp op, boolean wide, long a, long b) {
        return wide ? wide(op, a, b) : narrow(op, (int) a, (int) b) & 0xffffffffL;
    }

    private static long wide(AluOp op, long a, long b) {
        return switch (op) {
            case ADD -> a + b;
            case SUB -> a - b;
            case MUL -> a * b;
            case DIV -> b == 0 ? 0 : Long.divideUnsigned(a, b);
            case MOD -> b == 0 ? a : Long.remainderUnsigned(a, b);
            case SDIV -> b == 0 ? 0 : a / b;
            case SMOD -> b == 0 ? a : a % b;
            case OR -> a | b;
            case AND -> a & b;
            case XOR -> a ^ b;
            case LSH -> a << b;
            case RSH -> a >>> b;
            case ARSH -> a >> b;
        };
    }

    private static long narrow(AluOp op, int a, int b) {
        return switch (op) {
            case DIV -> b == 0 ? 0 : Integer.divideUnsigned(a, b);
            case MOD -> b == 0 ? a : Integer.remainderUnsigned(a, b);
            case SDIV -> b == 0 ? 0 : a / b;
            case SMOD -> b == 0 ? a : a % b;
            case RSH -> a >>> b;
            case ARSH -> a >> b;
            case LSH -> a << b;
            default -> wide(op, a, b);
        };
    }

    private static boolean holds(Condition condition, long a, long b, boolean wide) {
        int unsigned = wide ? Long.compareUnsigned(a, b) : Integer.compareUnsigned((int) a, (int) b);
        return switch (condition) {
            case EQ -> a == b;
            case NE -> a != b;
            case UGT -> unsigned > 0;
            case UGE -> unsigned >= 0;
            case ULT -> unsigned < 0;
            case ULE -> unsigned <= 0;
            case SGT -> a > b;
            case SGE -> a >= b;
            case SLT -> a < b;
            case SLE -> a <= b;
            case SET -> (a & b) != 0;
        };
    }
}

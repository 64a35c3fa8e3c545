package dev.toec.interp;

import dev.toec.ir.Function;
import dev.toec.ir.IrProgram;
import dev.toec.ir.IrType;
import dev.toec.ir.Module;
import dev.toec.ir.Table;
import dev.toec.source.Span;
import dev.toec.target.Extension;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Calls functions one at a time, outside of any pipeline, on tables that stay between calls: attached programs mostly. */
public final class FunctionRunner {
    /**
     * What a call came to.
     *
     * @param results zero-extended from the function's result types
     * @param bytes the packet afterwards, empty for a function without one
     * @param nanosPerRun wall time of one call, on average over all repetitions
     */
    public record Outcome(List<Long> results, byte[] bytes, double nanosPerRun) {
        /** The first result: an attached program's verdict code. */
        public long verdict() {
            return results.get(0);
        }
    }

    /** Nothing surrounds a lone function: what a handler may do is refused. */
    private static final class Nothing implements Surroundings {
        @Override
        public Consumer<Item> outlet(String port, Span place) {
            throw new IllegalArgumentException("a function cannot emit on " + port);
        }

        @Override
        public Consumer<Item> skip(String point) {
            throw new IllegalArgumentException("a function cannot skip " + point);
        }

        @Override
        public Consumer<PacketBuffer> drop(String reason, Span place) {
            throw new IllegalArgumentException("a function cannot drop a packet");
        }
    }

    private final StageState state;
    private long calls;

    /**
     * @param functions what is called, and what that calls
     * @param tables what they name
     */
    public FunctionRunner(List<Function> functions, List<Table> tables) {
        Module module = new Module(
                "function", "", List.of(), List.of(), List.of(), tables, List.of(), List.of(), List.of(), Span.NONE);
        state = new StageState("function", module, functions, new Nothing());
    }

    /** The functions of a program, without tables. */
    public static FunctionRunner of(IrProgram program) {
        return new FunctionRunner(program.functions(), List.of());
    }

    /** An attached program with its maps, empty. */
    public static FunctionRunner of(Extension extension) {
        return new FunctionRunner(extension.functions(), extension.tables());
    }

    StageState state() {
        return state;
    }

    /** The tables as they are now, by name. */
    public Map<String, TableState> tables() {
        return state.tables();
    }

    /**
     * Calls {@code function}, which takes a packet, {@code repeat} times, each time on a fresh copy of {@code packet}.
     *
     * @return what the last call came to
     * @throws InterpreterFault if the function did what it must not
     */
    public Outcome run(String function, byte[] packet, int repeat) {
        return repeat(function, new long[1], packet, repeat);
    }

    /** Calls {@code function} once on a packet. */
    public Outcome run(String function, byte[] packet) {
        return run(function, packet, 1);
    }

    /** Calls {@code function}, which takes integers, once; {@code arguments} are zero-extended. */
    public Outcome call(String function, long... arguments) {
        return repeat(function, arguments, null, 1);
    }

    private Outcome repeat(String function, long[] arguments, byte[] packet, int repeat) {
        Code code = state.function(function);
        checkShape(code.function(), arguments.length, packet != null);
        Task task = new Task(state);
        PacketBuffer buffer = null;
        long start = System.nanoTime();
        for (int i = 0; i < repeat; i++) {
            calls++;
            buffer = packet == null ? null : new PacketBuffer(calls, 0, packet);
            task.call(code, new Item(arguments, buffer, packet == null ? -1 : 0, Item.Origin.alone(calls)));
            task.run();
        }
        double nanos = (double) (System.nanoTime() - start) / repeat;
        List<Long> results = java.util.Arrays.stream(task.results()).boxed().toList();
        return new Outcome(results, buffer == null ? new byte[0] : buffer.toBytes(), nanos);
    }

    private static void checkShape(Function function, int count, boolean packet) {
        boolean fits = function.parameters().size() == count
                && function.parameters().stream().allMatch(p -> (p.type() == IrType.PACKET) == packet);
        if (!fits) {
            throw new IllegalArgumentException(
                    function.name() + " takes " + function.parameters() + ", which was not given");
        }
    }
}

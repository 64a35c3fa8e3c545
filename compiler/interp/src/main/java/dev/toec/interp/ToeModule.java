package dev.toec.interp;

import dev.toec.ir.Field;
import dev.toec.ir.IrProgram;
import dev.toec.ir.IrType;
import dev.toec.ir.Module;
import dev.toec.ir.WorkType;
import dev.toec.source.Span;
import dev.toec.target.Extension;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.IntStream;

/**
 * One module by itself, for a unit test: takes items, tells what came of each, shows its counters, tables and variables.
 * What it holds stays from item to item.
 */
public final class ToeModule {
    private final IrProgram program;
    private final Module module;
    private final StageState state;
    private final Map<String, StageState> extensions = new TreeMap<>();
    private final List<WorkItem> emitted = new ArrayList<>();
    private final List<Drop> drops = new ArrayList<>();
    private final ModuleTrace trace = new ModuleTrace();
    private long items;

    /** @throws IllegalArgumentException if {@code program} has no module {@code name} */
    public ToeModule(IrProgram program, String name) {
        this.program = program;
        this.module = program.modules().stream()
                .filter(m -> m.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(program.name() + " has no module " + name));
        this.state = new StageState(name, module, program, new Recorder());
    }

    /** Keeps what leaves the module until the item is done with. */
    private final class Recorder implements Surroundings {
        @Override
        public Consumer<Item> outlet(String port, Span place) {
            WorkType work = program.work(port(module.outputs(), port).work());
            return item -> emitted.add(new WorkItem(port, work, boxed(item.values()), copy(item.packet()), place));
        }

        @Override
        public Consumer<Item> skip(String point) {
            return item -> {};
        }

        @Override
        public Consumer<PacketBuffer> drop(String reason, Span place) {
            return packet -> drops.add(new Drop(reason, Packet.of(packet.toBytes()), place));
        }
    }

    /** What the module is declared as. */
    public Module declaration() {
        return module;
    }

    /**
     * Gives an item to in port {@code input}.
     *
     * @param fields one per field of its work type: a {@link Packet}, or a {@link Long} zero-extended from the field
     * @throws InterpreterFault if the module did what no program may do
     */
    public Handled receive(String input, Object... fields) {
        WorkItem given = given(input, fields);
        emitted.clear();
        drops.clear();
        try {
            Task task = new Task(state);
            task.handle(state.handler(input), item(given));
            task.run();
        } catch (InterpreterFault fault) {
            trace.add(new Handled(given, emitted, drops) + "\n  fault: " + fault.getMessage());
            throw fault;
        }
        Handled handled = new Handled(given, emitted, drops);
        trace.add(handled.toString());
        return handled;
    }

    private WorkItem given(String input, Object[] fields) {
        WorkType work = program.work(port(module.inputs(), input).work());
        if (fields.length != work.fields().size()) {
            throw new IllegalArgumentException(
                    input + " takes " + work.fields().size() + " fields, not " + fields.length);
        }
        List<Long> values = new ArrayList<>();
        Optional<Packet> packet = Optional.empty();
        for (int i = 0; i < fields.length; i++) {
            Field field = work.fields().get(i);
            if (field.type() == IrType.PACKET) {
                packet = Optional.of((Packet) fields[i]);
            }
            values.add(field.type() == IrType.PACKET ? 0L : FieldValue.unsigned((Long) fields[i], field.bits()));
        }
        return new WorkItem(input, work, values, packet, Span.NONE);
    }

    private Item item(WorkItem given) {
        items++;
        OptionalInt index = IntStream.range(0, given.work().fields().size())
                .filter(i -> given.work().fields().get(i).type() == IrType.PACKET)
                .findFirst();
        PacketBuffer buffer =
                given.packet().map(p -> new PacketBuffer(items, 0, p.bytes())).orElse(null);
        long[] values = given.values().stream().mapToLong(Long::longValue).toArray();
        return new Item(values, buffer, index.orElse(-1), Item.Origin.alone(items));
    }

    private static Module.Port port(List<Module.Port> ports, String name) {
        return ports.stream()
                .filter(p -> p.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no port " + name));
    }

    private static List<Long> boxed(long[] values) {
        return Arrays.stream(values).boxed().toList();
    }

    private static Optional<Packet> copy(PacketBuffer packet) {
        return Optional.ofNullable(packet).map(p -> Packet.of(p.toBytes()));
    }

    /** A counter's count. */
    public long counter(String name) {
        return state.counter(name);
    }

    /** A variable's value, zero-extended. */
    public long variable(String name) {
        return state.variable(name);
    }

    /** Sets a variable. */
    public void setVariable(String name, long value) {
        state.setVariable(name, value);
    }

    /** A table of the module, or {@code extension_map} of a program attached to it. */
    public TableState table(String name) {
        return extensions.values().stream()
                .map(e -> e.tables().get(name))
                .filter(t -> t != null)
                .findFirst()
                .orElseGet(() -> state.table(name));
    }

    /** Runs {@code program} at {@code hook} from now on. */
    public void stub(String hook, HookProgram program) {
        extensions.remove(hook);
        state.stub(hook, program);
    }

    /** Runs an attached program at {@code hook} from now on, with empty tables. */
    public void attach(String hook, Extension extension) {
        ExtensionProgram attached = new ExtensionProgram(extension);
        state.stub(hook, attached);
        extensions.put(hook, attached.state());
    }

    /**
     * Attaches the program in an object file, as {@link #attach(String, Extension)}.
     *
     * @throws IllegalArgumentException if the object cannot be attached, with all that is wrong with it
     */
    public void attach(String hook, Path object) {
        attach(hook, Extensions.load(object));
    }

    /** The last items and what came of each, with places in the source; then counters, variables and tables. */
    public String trace() {
        List<TableState> tables = new ArrayList<>(state.tables().values());
        extensions.values().forEach(e -> tables.addAll(e.tables().values()));
        return trace.text(state, tables);
    }
}

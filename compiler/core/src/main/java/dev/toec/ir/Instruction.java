package dev.toec.ir;

import dev.toec.source.Span;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * One operation. Packets, tables, counters and ports are named by operations, never by addresses, so that an analysis
 * sees everything a handler touches. Offsets into packets are unsigned 32-bit byte counts from the packet's first byte.
 *
 * <p>Tables, counters, variables, hooks and ports are named as the module that holds the function declares them; an
 * attached extension brings its tables into that module.
 */
public sealed interface Instruction {
    /** Where it was written. */
    Span span();

    /** The values it defines, in order. */
    default List<Value> results() {
        return List.of();
    }

    /** The values it reads, in order. */
    List<Value> operands();

    <R> R accept(Visitor<R> visitor);

    /**
     * An integer.
     *
     * @param bits zero-extended from the result's type
     * @param symbol {@code Enumeration.member} that stands for it in the source, or empty; without meaning
     */
    record Constant(Value result, long bits, String symbol, Span span) implements Instruction {
        public Constant {
            require(result.type().isInteger(), "constant of an integer type");
            bits &= result.type().mask();
            Objects.requireNonNull(symbol);
        }

        /** A number without a name. */
        public Constant(Value result, long bits, Span span) {
            this(result, bits, "", span);
        }

        /** The same constant as another value of its type. */
        public Constant withResult(Value other) {
            return new Constant(other, bits, symbol, span);
        }

        @Override
        public List<Value> results() {
            return List.of(result);
        }

        @Override
        public List<Value> operands() {
            return List.of();
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.constant(this);
        }
    }

    /** {@code result = left op right}, all of one integer type. */
    record Binary(Value result, BinaryOp op, Value left, Value right, Span span) implements Instruction {
        public Binary {
            require(
                    result.type().isInteger() && left.type() == result.type() && right.type() == result.type(),
                    "operands and result of one integer type");
        }

        @Override
        public List<Value> results() {
            return List.of(result);
        }

        @Override
        public List<Value> operands() {
            return List.of(left, right);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.binary(this);
        }
    }

    /** {@code result = left op right}: an {@code i1} from two integers of one type. */
    record Compare(Value result, CompareOp op, Value left, Value right, Span span) implements Instruction {
        public Compare {
            require(result.type() == IrType.I1, "i1 result");
            require(left.type().isInteger() && left.type() == right.type(), "operands of one integer type");
        }

        @Override
        public List<Value> results() {
            return List.of(result);
        }

        @Override
        public List<Value> operands() {
            return List.of(left, right);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.compare(this);
        }
    }

    /** {@code result = op operand}. */
    record Unary(Value result, UnaryOp op, Value operand, Span span) implements Instruction {
        public Unary {
            require(result.type().isInteger() && operand.type() == result.type(), "operand of the result's type");
        }

        @Override
        public List<Value> results() {
            return List.of(result);
        }

        @Override
        public List<Value> operands() {
            return List.of(operand);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.unary(this);
        }
    }

    /** {@code result = operand} in another width. */
    record Convert(Value result, ConvertOp op, Value operand, Span span) implements Instruction {
        public Convert {
            require(result.type().isInteger() && operand.type().isInteger(), "integers");
            require(
                    (op == ConvertOp.TRUNCATE)
                                    == (result.type().bits() < operand.type().bits())
                            && result.type() != operand.type(),
                    "a width that fits " + op);
        }

        @Override
        public List<Value> results() {
            return List.of(result);
        }

        @Override
        public List<Value> operands() {
            return List.of(operand);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.convert(this);
        }
    }

    /** {@code result = condition ? whenTrue : whenFalse}; neither has effects. */
    record Select(Value result, Value condition, Value whenTrue, Value whenFalse, Span span) implements Instruction {
        public Select {
            require(condition.type() == IrType.I1, "i1 condition");
            require(
                    whenTrue.type() == result.type() && whenFalse.type() == result.type(),
                    "alternatives of the result's type");
        }

        @Override
        public List<Value> results() {
            return List.of(result);
        }

        @Override
        public List<Value> operands() {
            return List.of(condition, whenTrue, whenFalse);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.select(this);
        }
    }

    /** The packet's length in bytes, an {@code i32}. */
    record PacketLength(Value result, Value packet, Span span) implements Instruction {
        public PacketLength {
            require(result.type() == IrType.I32 && packet.type() == IrType.PACKET, "i32 from a packet");
        }

        @Override
        public List<Value> results() {
            return List.of(result);
        }

        @Override
        public List<Value> operands() {
            return List.of(packet);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.packetLength(this);
        }
    }

    /**
     * Reads {@code bytes} (1 to 8) bytes at {@code offset}, zero-extended into the narrowest type that holds them.
     * The program has proved that they lie inside the packet: the interpreter faults where they do not, generated code
     * does not look.
     */
    record PacketLoad(Value result, Value packet, Value offset, int bytes, ByteOrder order, Span span)
            implements Instruction {
        public PacketLoad {
            require(packet.type() == IrType.PACKET && offset.type() == IrType.I32, "an i32 offset into a packet");
            require(bytes >= 1 && bytes <= 8 && result.type() == IrType.ofBits(bytes * 8), "1 to 8 bytes");
            Objects.requireNonNull(order);
        }

        @Override
        public List<Value> results() {
            return List.of(result);
        }

        @Override
        public List<Value> operands() {
            return List.of(packet, offset);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.packetLoad(this);
        }
    }

    /** Writes the low {@code bytes} (1 to 8) bytes of {@code value} at {@code offset}; proved like a load. */
    record PacketStore(Value packet, Value offset, Value value, int bytes, ByteOrder order, Span span)
            implements Instruction {
        public PacketStore {
            require(packet.type() == IrType.PACKET && offset.type() == IrType.I32, "an i32 offset into a packet");
            require(bytes >= 1 && bytes <= 8 && value.type() == IrType.ofBits(bytes * 8), "1 to 8 bytes");
            Objects.requireNonNull(order);
        }

        @Override
        public List<Value> operands() {
            return List.of(packet, offset, value);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.packetStore(this);
        }
    }

    /** Takes {@code count} bytes out of the packet at {@code offset}; both are proved to lie inside. */
    record PacketRemove(Value packet, Value offset, Value count, Span span) implements Instruction {
        public PacketRemove {
            require(packet.type() == IrType.PACKET, "a packet");
            require(offset.type() == IrType.I32 && count.type() == IrType.I32, "i32 offset and count");
        }

        @Override
        public List<Value> operands() {
            return List.of(packet, offset, count);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.packetRemove(this);
        }
    }

    /** Ends the packet and counts {@code reason}. Consumes the packet. */
    record PacketDrop(Value packet, String reason, Span span) implements Instruction {
        public PacketDrop {
            require(packet.type() == IrType.PACKET, "a packet");
            Objects.requireNonNull(reason);
        }

        @Override
        public List<Value> operands() {
            return List.of(packet);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.packetDrop(this);
        }
    }

    /** Hands a work item to out port {@code port}, one value per field of its work type. Consumes packets among them. */
    record Emit(String port, List<Value> fields, Span span) implements Instruction {
        public Emit {
            Objects.requireNonNull(port);
            fields = List.copyOf(fields);
        }

        @Override
        public List<Value> operands() {
            return fields;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.emit(this);
        }
    }

    /**
     * Tells reorder point {@code point} that the number of the item at hand will not arrive there. Written by the
     * sequence pass only; a program never says it.
     */
    record Skip(String point, Span span) implements Instruction {
        public Skip {
            Objects.requireNonNull(point);
        }

        @Override
        public List<Value> operands() {
            return List.of();
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.skip(this);
        }
    }

    /** Adds an {@code i64} to a counter; additions commute, so any number of replicas may add at once. */
    record CounterAdd(String counter, Value amount, Span span) implements Instruction {
        public CounterAdd {
            require(amount.type() == IrType.I64, "an i64 amount");
            Objects.requireNonNull(counter);
        }

        @Override
        public List<Value> operands() {
            return List.of(amount);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.counterAdd(this);
        }
    }

    /** Reads a variable of the module. */
    record VariableLoad(Value result, String variable, Span span) implements Instruction {
        public VariableLoad {
            require(result.type().isInteger(), "an integer");
            Objects.requireNonNull(variable);
        }

        @Override
        public List<Value> results() {
            return List.of(result);
        }

        @Override
        public List<Value> operands() {
            return List.of();
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.variableLoad(this);
        }
    }

    /** Writes a variable of the module. */
    record VariableStore(String variable, Value value, Span span) implements Instruction {
        public VariableStore {
            require(value.type().isInteger(), "an integer");
            Objects.requireNonNull(variable);
        }

        @Override
        public List<Value> operands() {
            return List.of(value);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.variableStore(this);
        }
    }

    /** Looks {@code key} up, one value per key field: a reference to the entry, or to none. */
    record TableFind(Value entry, String table, List<Value> key, Span span) implements Instruction {
        public TableFind {
            require(entry.type() == IrType.ENTRY, "an entry");
            Objects.requireNonNull(table);
            key = List.copyOf(key);
        }

        @Override
        public List<Value> results() {
            return List.of(entry);
        }

        @Override
        public List<Value> operands() {
            return key;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.tableFind(this);
        }
    }

    /** Whether a reference refers to an entry. */
    record EntryPresent(Value result, Value entry, Span span) implements Instruction {
        public EntryPresent {
            require(result.type() == IrType.I1 && entry.type() == IrType.ENTRY, "i1 from an entry");
        }

        @Override
        public List<Value> results() {
            return List.of(result);
        }

        @Override
        public List<Value> operands() {
            return List.of(entry);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.entryPresent(this);
        }
    }

    /** Reads value field {@code field} of an entry of {@code table}, whose value is a list of fields. */
    record FieldLoad(Value result, Value entry, String table, String field, Span span) implements Instruction {
        public FieldLoad {
            require(result.type().isInteger() && entry.type() == IrType.ENTRY, "an integer from an entry");
            Objects.requireNonNull(table);
            Objects.requireNonNull(field);
        }

        @Override
        public List<Value> results() {
            return List.of(result);
        }

        @Override
        public List<Value> operands() {
            return List.of(entry);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.fieldLoad(this);
        }
    }

    /** Writes value field {@code field} of an entry of {@code table}, whose value is a list of fields. */
    record FieldStore(Value entry, String table, String field, Value value, Span span) implements Instruction {
        public FieldStore {
            require(value.type().isInteger() && entry.type() == IrType.ENTRY, "an integer into an entry");
            Objects.requireNonNull(table);
            Objects.requireNonNull(field);
        }

        @Override
        public List<Value> operands() {
            return List.of(entry, value);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.fieldStore(this);
        }
    }

    /**
     * Reads {@code bytes} (1, 2, 4 or 8) little-endian bytes at {@code offset} of the value of an entry of {@code table},
     * whose value is plain bytes. Proved to lie inside the value.
     */
    record BytesLoad(Value result, Value entry, String table, Value offset, int bytes, Span span)
            implements Instruction {
        public BytesLoad {
            require(entry.type() == IrType.ENTRY && offset.type() == IrType.I32, "an i32 offset into an entry");
            require(
                    result.type() == IrType.ofBits(bytes * 8) && result.type().bits() == bytes * 8,
                    "1, 2, 4 or 8 bytes");
            Objects.requireNonNull(table);
        }

        @Override
        public List<Value> results() {
            return List.of(result);
        }

        @Override
        public List<Value> operands() {
            return List.of(entry, offset);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.bytesLoad(this);
        }
    }

    /** Writes 1, 2, 4 or 8 little-endian bytes at {@code offset} of the value of an entry; see {@link BytesLoad}. */
    record BytesStore(Value entry, String table, Value offset, Value value, Span span) implements Instruction {
        public BytesStore {
            require(entry.type() == IrType.ENTRY && offset.type() == IrType.I32, "an i32 offset into an entry");
            require(value.type().bits() >= 8, "1, 2, 4 or 8 bytes");
            Objects.requireNonNull(table);
        }

        @Override
        public List<Value> operands() {
            return List.of(entry, offset, value);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.bytesStore(this);
        }
    }

    /** Adds {@code value} (4 or 8 bytes) atomically at {@code offset} of the value of an entry; see {@link BytesLoad}. */
    record BytesAdd(Value entry, String table, Value offset, Value value, Span span) implements Instruction {
        public BytesAdd {
            require(entry.type() == IrType.ENTRY && offset.type() == IrType.I32, "an i32 offset into an entry");
            require(value.type() == IrType.I32 || value.type() == IrType.I64, "4 or 8 bytes");
            Objects.requireNonNull(table);
        }

        @Override
        public List<Value> operands() {
            return List.of(entry, offset, value);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.bytesAdd(this);
        }
    }

    /** Writes an entry as {@code mode} allows; {@code stored} tells whether, so 0 too when the table is full. */
    record TableInsert(Value stored, String table, List<Value> key, List<Value> value, InsertMode mode, Span span)
            implements Instruction {
        public TableInsert {
            require(stored.type() == IrType.I1, "an i1 result");
            Objects.requireNonNull(table);
            Objects.requireNonNull(mode);
            key = List.copyOf(key);
            value = List.copyOf(value);
        }

        @Override
        public List<Value> results() {
            return List.of(stored);
        }

        @Override
        public List<Value> operands() {
            return Stream.concat(key.stream(), value.stream()).toList();
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.tableInsert(this);
        }
    }

    /** Removes the entry of {@code key}; {@code removed} tells whether there was one. */
    record TableRemove(Value removed, String table, List<Value> key, Span span) implements Instruction {
        public TableRemove {
            require(removed.type() == IrType.I1, "an i1 result");
            Objects.requireNonNull(table);
            key = List.copyOf(key);
        }

        @Override
        public List<Value> results() {
            return List.of(removed);
        }

        @Override
        public List<Value> operands() {
            return key;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.tableRemove(this);
        }
    }

    /** Calls a function of the program; it borrows packets among {@code arguments}. */
    record Call(List<Value> results, String function, List<Value> arguments, Span span) implements Instruction {
        public Call {
            Objects.requireNonNull(function);
            results = List.copyOf(results);
            arguments = List.copyOf(arguments);
        }

        @Override
        public List<Value> operands() {
            return arguments;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.call(this);
        }
    }

    /**
     * Runs the programs attached to {@code hook} on a borrowed packet, in order, until one does not say
     * {@link Verdict#PASS}: the verdict as an {@code i32}. They may change the packet and its length. With nothing
     * attached it is PASS. Linking replaces it by a {@link Call}.
     */
    record HookCall(Value verdict, String hook, Value packet, Span span) implements Instruction {
        public HookCall {
            require(verdict.type() == IrType.I32 && packet.type() == IrType.PACKET, "i32 from a packet");
            Objects.requireNonNull(hook);
        }

        @Override
        public List<Value> results() {
            return List.of(verdict);
        }

        @Override
        public List<Value> operands() {
            return List.of(packet);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.hookCall(this);
        }
    }

    /** One method per operation; a new operation does not compile until every pass has said what it means to it. */
    interface Visitor<R> {
        R constant(Constant instruction);

        R binary(Binary instruction);

        R compare(Compare instruction);

        R unary(Unary instruction);

        R convert(Convert instruction);

        R select(Select instruction);

        R packetLength(PacketLength instruction);

        R packetLoad(PacketLoad instruction);

        R packetStore(PacketStore instruction);

        R packetRemove(PacketRemove instruction);

        R packetDrop(PacketDrop instruction);

        R emit(Emit instruction);

        R skip(Skip instruction);

        R counterAdd(CounterAdd instruction);

        R variableLoad(VariableLoad instruction);

        R variableStore(VariableStore instruction);

        R tableFind(TableFind instruction);

        R entryPresent(EntryPresent instruction);

        R fieldLoad(FieldLoad instruction);

        R fieldStore(FieldStore instruction);

        R bytesLoad(BytesLoad instruction);

        R bytesStore(BytesStore instruction);

        R bytesAdd(BytesAdd instruction);

        R tableInsert(TableInsert instruction);

        R tableRemove(TableRemove instruction);

        R call(Call instruction);

        R hookCall(HookCall instruction);
    }

    private static void require(boolean holds, String what) {
        if (!holds) {
            throw new IllegalArgumentException("needs " + what);
        }
    }
}

package dev.toec.target.cpu;

import dev.toec.cgen.CExpr;
import dev.toec.cgen.COperator;
import dev.toec.cgen.CParameter;
import dev.toec.cgen.CStmt;
import dev.toec.cgen.CType;
import dev.toec.cgen.Dialect;
import dev.toec.cgen.Names;
import dev.toec.graph.InstanceGraph.Stage;
import dev.toec.ir.BinaryOp;
import dev.toec.ir.ByteOrder;
import dev.toec.ir.Function;
import dev.toec.ir.Instruction;
import dev.toec.ir.IrType;
import dev.toec.ir.Module;
import dev.toec.ir.Table;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** How the code of one stage writes packets, tables and the rest with the runtime's functions. */
final class CpuDialect implements Dialect {
    private static final CExpr WORKER = CExpr.name("worker");

    private final ProgramNames names;
    private final Stage stage;
    private final Map<String, Table> tables = new HashMap<>();
    /** In port by name of every handler of the stage. */
    private final Map<String, String> inputs = new HashMap<>();

    CpuDialect(ProgramNames names, Stage stage) {
        this.names = names;
        this.stage = stage;
        stage.module().tables().forEach(t -> tables.put(t.name(), t));
        for (Module.Handler handler : stage.module().handlers()) {
            inputs.put(handler.body().name(), handler.input());
        }
    }

    private String resource(String name) {
        return names.resource(stage, name);
    }

    @Override
    public CType type(IrType type) {
        return CpuTypes.of(type);
    }

    @Override
    public CType entryType(String table) {
        return CType.named(names.valueType(stage, tables.get(table))).pointer();
    }

    @Override
    public Optional<CExpr> enumerator(String symbol) {
        return names.enumerators().name(symbol);
    }

    @Override
    public boolean declaresAtBlockStart() {
        return false;
    }

    @Override
    public Set<String> reservedNames() {
        return Set.of("worker");
    }

    @Override
    public String functionName(Function function) {
        return inputs.containsKey(function.name())
                ? names.handler(stage, inputs.get(function.name()))
                : names.function(function);
    }

    @Override
    public String doc(Function function) {
        String input = inputs.get(function.name());
        return function.doc().isBlank() && input != null
                ? "Handles what arrives at port " + input + "."
                : function.doc();
    }

    @Override
    public List<CParameter> contextParameters(Function function) {
        return inputs.containsKey(function.name())
                ? List.of(new CParameter(CType.struct("toe_worker").pointer(), "worker"))
                : List.of();
    }

    @Override
    public List<CExpr> contextArguments(Instruction.Call call) {
        return List.of();
    }

    @Override
    public String calledName(Instruction.Call call) {
        return names.function(call.function());
    }

    @Override
    public boolean nests(Instruction instruction) {
        return true;
    }

    @Override
    public CExpr divide(BinaryOp op, IrType type, CExpr left, CExpr right) {
        return CExpr.call("toe_" + op + type.bits(), left, right);
    }

    @Override
    public CExpr byteSwap(IrType type, CExpr operand) {
        return CExpr.call("toe_bswap" + type.bits(), operand);
    }

    @Override
    public CExpr packetLength(Instruction.PacketLength i, CExpr packet) {
        return packet.arrow("length");
    }

    private static CExpr at(CExpr bytes, CExpr offset) {
        boolean zero = offset.equals(new CExpr.Literal("0"));
        return zero ? bytes : CExpr.binary(COperator.ADD, bytes, offset);
    }

    private static String access(String verb, int bytes, ByteOrder order) {
        return "toe_" + verb + (order == ByteOrder.BIG ? "_be" : "_le") + bytes * Byte.SIZE;
    }

    @Override
    public CExpr packetLoad(Instruction.PacketLoad i, CExpr packet, CExpr offset) {
        CExpr data = packet.arrow("data");
        return i.bytes() == 1
                ? new CExpr.Index(data, offset)
                : CExpr.call(access("load", i.bytes(), i.order()), at(data, offset));
    }

    @Override
    public List<CStmt> packetStore(Instruction.PacketStore i, CExpr packet, CExpr offset, CExpr value) {
        CExpr data = packet.arrow("data");
        return List.of(
                i.bytes() == 1
                        ? CStmt.assign(new CExpr.Index(data, offset), value)
                        : CStmt.call(access("store", i.bytes(), i.order()), at(data, offset), value));
    }

    @Override
    public List<CStmt> packetRemove(Instruction.PacketRemove i, CExpr packet, CExpr offset, CExpr count) {
        return List.of(CStmt.call("toe_packet_remove", packet, offset, count));
    }

    @Override
    public List<CStmt> packetDrop(Instruction.PacketDrop i, CExpr packet) {
        return List.of(CStmt.call("toe_drop", WORKER, packet, CExpr.name(names.drop(i.reason()))));
    }

    @Override
    public List<CStmt> emit(Instruction.Emit i, List<CExpr> fields) {
        List<CExpr> arguments =
                Stream.concat(Stream.of(WORKER), fields.stream()).toList();
        return List.of(new CStmt.Evaluate(new CExpr.Call(names.emitter(stage, i.port()), arguments)));
    }

    @Override
    public List<CStmt> skip(Instruction.Skip i) {
        return List.of(CStmt.call("toe_skip", WORKER, CExpr.name(names.reorder(i.point()))));
    }

    @Override
    public List<CStmt> counterAdd(Instruction.CounterAdd i, CExpr amount) {
        CExpr counter = CExpr.name(resource(i.counter())).address();
        return List.of(CStmt.call("toe_counter_add", counter, amount));
    }

    @Override
    public CExpr variableLoad(Instruction.VariableLoad i) {
        return CExpr.name(resource(i.variable()));
    }

    @Override
    public List<CStmt> variableStore(Instruction.VariableStore i, CExpr value) {
        return List.of(CStmt.assign(CExpr.name(resource(i.variable())), value));
    }

    @Override
    public CExpr tableFind(Instruction.TableFind i, List<CExpr> key) {
        return new CExpr.Call(resource(i.table()) + "_find", key);
    }

    @Override
    public CExpr entryPresent(Instruction.EntryPresent i, CExpr entry) {
        return CExpr.binary(COperator.NE, entry, CExpr.name("NULL"));
    }

    @Override
    public CExpr fieldLoad(Instruction.FieldLoad i, CExpr entry) {
        return entry.arrow(Names.safe(i.field()));
    }

    @Override
    public List<CStmt> fieldStore(Instruction.FieldStore i, CExpr entry, CExpr value) {
        return List.of(CStmt.assign(entry.arrow(Names.safe(i.field())), value));
    }

    @Override
    public CExpr bytesLoad(Instruction.BytesLoad i, CExpr entry, CExpr offset) {
        CExpr bytes = entry.arrow("bytes");
        return i.bytes() == 1
                ? new CExpr.Index(bytes, offset)
                : CExpr.call(access("load", i.bytes(), ByteOrder.LITTLE), at(bytes, offset));
    }

    @Override
    public List<CStmt> bytesStore(Instruction.BytesStore i, CExpr entry, CExpr offset, CExpr value) {
        CExpr bytes = entry.arrow("bytes");
        int width = i.value().type().bits() / Byte.SIZE;
        return List.of(
                width == 1
                        ? CStmt.assign(new CExpr.Index(bytes, offset), value)
                        : CStmt.call(access("store", width, ByteOrder.LITTLE), at(bytes, offset), value));
    }

    @Override
    public List<CStmt> bytesAdd(Instruction.BytesAdd i, CExpr entry, CExpr offset, CExpr value) {
        String add = "toe_table_add" + i.value().type().bits();
        return List.of(CStmt.call(add, at(entry.arrow("bytes"), offset), value));
    }

    @Override
    public CExpr tableInsert(Instruction.TableInsert i, List<CExpr> key, List<CExpr> value) {
        List<CExpr> arguments = Stream.of(
                        key, value, List.of(CExpr.name("TOE_INSERT_" + i.mode().name())))
                .flatMap(List::stream)
                .toList();
        return new CExpr.Call(resource(i.table()) + "_insert", arguments);
    }

    @Override
    public CExpr tableRemove(Instruction.TableRemove i, List<CExpr> key) {
        return new CExpr.Call(resource(i.table()) + "_remove", key);
    }
}

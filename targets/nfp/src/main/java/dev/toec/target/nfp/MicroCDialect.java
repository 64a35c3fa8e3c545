package dev.toec.target.nfp;

import dev.toec.cgen.CExpr;
import dev.toec.cgen.COperator;
import dev.toec.cgen.CParameter;
import dev.toec.cgen.CStmt;
import dev.toec.cgen.CType;
import dev.toec.cgen.Dialect;
import dev.toec.graph.InstanceGraph.Stage;
import dev.toec.ir.BinaryOp;
import dev.toec.ir.ByteOrder;
import dev.toec.ir.Function;
import dev.toec.ir.InsertMode;
import dev.toec.ir.Instruction;
import dev.toec.ir.IrType;
import dev.toec.ir.Table;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** Operations of the functions of one stage in Micro-C: calls of the library and of what {@link StageFile} writes. */
final class MicroCDialect implements Dialect {
    private static final CType PACKET = CType.named("__lmem struct toe_packet").pointer();
    private static final CType ENTRY = CType.named("__mem40 void").pointer();

    private final Firmware firmware;
    private final Stage stage;

    MicroCDialect(Firmware firmware, Stage stage) {
        this.firmware = firmware;
        this.stage = stage;
    }

    /** The C type of a value. */
    static CType typeOf(IrType type) {
        return switch (type) {
            case I1 -> CType.BOOL;
            case I8 -> CType.UINT8;
            case I16 -> CType.UINT16;
            case I32 -> CType.UINT32;
            case I64 -> CType.UINT64;
            case PACKET -> PACKET;
            case ENTRY -> ENTRY;
        };
    }

    @Override
    public CType type(IrType type) {
        return typeOf(type);
    }

    @Override
    public CType entryType(String table) {
        return ENTRY;
    }

    @Override
    public Optional<CExpr> enumerator(String symbol) {
        return firmware.enumerators().name(symbol);
    }

    @Override
    public boolean declaresAtBlockStart() {
        return true;
    }

    @Override
    public Set<String> reservedNames() {
        Set<String> names = new HashSet<>(Identifiers.taken());
        stage.module()
                .variables()
                .forEach(v -> names.add(firmware.variable(v.field().name())));
        firmware.graph().program().functions().forEach(f -> names.add(firmware.function(f.name())));
        return names;
    }

    @Override
    public String functionName(Function function) {
        return firmware.function(function.name());
    }

    @Override
    public List<CParameter> contextParameters(Function function) {
        return List.of();
    }

    @Override
    public List<CExpr> contextArguments(Instruction.Call call) {
        return List.of();
    }

    @Override
    public String calledName(Instruction.Call call) {
        return firmware.function(call.function());
    }

    @Override
    public boolean nests(Instruction i) {
        return !(i instanceof Instruction.Call || i instanceof Instruction.TableFind);
    }

    @Override
    public CExpr divide(BinaryOp op, IrType type, CExpr left, CExpr right) {
        boolean isSigned = op == BinaryOp.SDIV || op == BinaryOp.SREM;
        if (type.bits() >= 32) {
            return CExpr.call("toe_" + op + type.bits(), left, right);
        }
        CType operand = isSigned ? CType.named("int" + type.bits() + "_t") : type(type);
        CExpr call = CExpr.call("toe_" + op + "32", widened(operand, left), widened(operand, right));
        return new CExpr.Cast(type(type), call);
    }

    private static CExpr widened(CType operand, CExpr value) {
        return new CExpr.Cast(CType.UINT32, new CExpr.Cast(operand, value));
    }

    @Override
    public CExpr byteSwap(IrType type, CExpr operand) {
        return CExpr.call("toe_swap" + type.bits(), operand);
    }

    @Override
    public CExpr packetLength(Instruction.PacketLength i, CExpr packet) {
        return packet.arrow("length");
    }

    private static String access(String verb, int bytes, ByteOrder order) {
        boolean little = order == ByteOrder.LITTLE && bytes > 1;
        return "toe_packet_" + verb + bytes * 8 + (little ? "_le" : "");
    }

    @Override
    public CExpr packetLoad(Instruction.PacketLoad i, CExpr packet, CExpr offset) {
        return CExpr.call(access("load", i.bytes(), i.order()), packet, offset);
    }

    @Override
    public List<CStmt> packetStore(Instruction.PacketStore i, CExpr packet, CExpr offset, CExpr value) {
        return List.of(CStmt.call(access("store", i.bytes(), i.order()), packet, offset, value));
    }

    @Override
    public List<CStmt> packetRemove(Instruction.PacketRemove i, CExpr packet, CExpr offset, CExpr count) {
        return List.of(CStmt.call("toe_packet_remove", packet, offset, count));
    }

    @Override
    public List<CStmt> packetDrop(Instruction.PacketDrop i, CExpr packet) {
        return List.of(CStmt.call("toe_packet_drop", packet, address(firmware.drop(i.reason()))));
    }

    @Override
    public List<CStmt> emit(Instruction.Emit i, List<CExpr> fields) {
        return List.of(new CStmt.Evaluate(new CExpr.Call(firmware.emitter(i.port()), fields)));
    }

    @Override
    public List<CStmt> skip(Instruction.Skip i) {
        CExpr number = CExpr.name("item").dot("sequence");
        return List.of(CStmt.call("toe_skip", CExpr.name(firmware.pointConstant(i.point())), number));
    }

    @Override
    public List<CStmt> counterAdd(Instruction.CounterAdd i, CExpr amount) {
        CExpr counter = address(firmware.memory(stage, i.counter()));
        return List.of(
                amount.equals(new CExpr.Literal("1"))
                        ? CStmt.call("mem_incr64", counter)
                        : CStmt.call("toe_count", counter, amount));
    }

    @Override
    public CExpr variableLoad(Instruction.VariableLoad i) {
        return CExpr.name(firmware.variable(i.variable()));
    }

    @Override
    public List<CStmt> variableStore(Instruction.VariableStore i, CExpr value) {
        return List.of(CStmt.assign(CExpr.name(firmware.variable(i.variable())), value));
    }

    private Table table(String name) {
        return stage.module().tables().stream()
                .filter(t -> t.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private CExpr valueOffset(String table, String field) {
        return CExpr.name(TableConstants.field(firmware.memory(stage, table), field));
    }

    private static CExpr address(String memory) {
        return CExpr.call("EMEM_ADDRESS", CExpr.name(memory));
    }

    @Override
    public CExpr tableFind(Instruction.TableFind i, List<CExpr> key) {
        return new CExpr.Call(firmware.memory(stage, i.table()) + "_find", key);
    }

    @Override
    public CExpr entryPresent(Instruction.EntryPresent i, CExpr entry) {
        return CExpr.binary(COperator.NE, entry, new CExpr.Literal("0"));
    }

    private IrType fieldType(String table, String field) {
        return table(table).value().stream()
                .filter(f -> f.name().equals(field))
                .findFirst()
                .orElseThrow()
                .type();
    }

    @Override
    public CExpr fieldLoad(Instruction.FieldLoad i, CExpr entry) {
        IrType type = fieldType(i.table(), i.field());
        int width = type == IrType.I64 ? 64 : 32;
        CExpr load = CExpr.call("toe_entry_load" + width, entry, valueOffset(i.table(), i.field()));
        return type.bits() < 32 ? new CExpr.Cast(type(type), load) : load;
    }

    @Override
    public List<CStmt> fieldStore(Instruction.FieldStore i, CExpr entry, CExpr value) {
        IrType type = fieldType(i.table(), i.field());
        int width = type == IrType.I64 ? 64 : 32;
        CExpr exact = type.bits() < 32 ? new CExpr.Cast(type(type), value) : value;
        return List.of(CStmt.call("toe_entry_store" + width, entry, valueOffset(i.table(), i.field()), exact));
    }

    @Override
    public CExpr bytesLoad(Instruction.BytesLoad i, CExpr entry, CExpr offset) {
        return CExpr.call("toe_bytes_load" + i.bytes() * 8, entry, offset);
    }

    @Override
    public List<CStmt> bytesStore(Instruction.BytesStore i, CExpr entry, CExpr offset, CExpr value) {
        return List.of(CStmt.call("toe_bytes_store" + i.value().type().bits(), entry, offset, value));
    }

    @Override
    public List<CStmt> bytesAdd(Instruction.BytesAdd i, CExpr entry, CExpr offset, CExpr value) {
        return List.of(CStmt.call("toe_bytes_add" + i.value().type().bits(), entry, offset, value));
    }

    @Override
    public CExpr tableInsert(Instruction.TableInsert i, List<CExpr> key, List<CExpr> value) {
        List<CExpr> arguments = new ArrayList<>(key);
        arguments.addAll(value);
        arguments.add(mode(i.mode()));
        return new CExpr.Call(firmware.memory(stage, i.table()) + "_insert", arguments);
    }

    private static CExpr mode(InsertMode mode) {
        return CExpr.name("TOE_INSERT_" + mode.toString().toUpperCase(Locale.ROOT));
    }

    @Override
    public CExpr tableRemove(Instruction.TableRemove i, List<CExpr> key) {
        return new CExpr.Call(firmware.memory(stage, i.table()) + "_remove", key);
    }
}

package dev.toec.cgen;

import dev.toec.ir.BinaryOp;
import dev.toec.ir.ByteOrder;
import dev.toec.ir.Function;
import dev.toec.ir.Instruction;
import dev.toec.ir.IrType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The least a dialect can be: every operation is a call named after it. */
record PlainDialect(boolean declaresAtBlockStart) implements Dialect {
    private static CExpr call(String function, List<CExpr> arguments) {
        return new CExpr.Call(function, arguments);
    }

    private static List<CStmt> does(String function, CExpr... arguments) {
        return List.of(CStmt.call(function, arguments));
    }

    private static CExpr text(String text) {
        return new CExpr.Name(text);
    }

    private static List<CExpr> join(List<CExpr> a, List<CExpr> b) {
        List<CExpr> all = new ArrayList<>(a);
        all.addAll(b);
        return all;
    }

    @Override
    public Optional<CExpr> enumerator(String symbol) {
        return symbol.isEmpty() ? Optional.empty() : Optional.of(text(symbol.replace('.', '_')));
    }

    @Override
    public CType type(IrType type) {
        return switch (type) {
            case I1 -> CType.BOOL;
            case I8 -> CType.UINT8;
            case I16 -> CType.UINT16;
            case I32 -> CType.UINT32;
            case I64 -> CType.UINT64;
            case PACKET -> CType.struct("packet").pointer();
            case ENTRY -> CType.struct("entry").pointer();
        };
    }

    @Override
    public CType entryType(String table) {
        return CType.struct(table + "_value").pointer();
    }

    @Override
    public Set<String> reservedNames() {
        return Set.of("load", "store");
    }

    @Override
    public String functionName(Function function) {
        return function.name();
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
        return call.function();
    }

    @Override
    public boolean nests(Instruction instruction) {
        return true;
    }

    @Override
    public CExpr divide(BinaryOp op, IrType type, CExpr left, CExpr right) {
        return CExpr.call(op + "" + type.bits(), left, right);
    }

    @Override
    public CExpr byteSwap(IrType type, CExpr operand) {
        return CExpr.call("__builtin_bswap" + type.bits(), operand);
    }

    @Override
    public CExpr packetLength(Instruction.PacketLength i, CExpr packet) {
        return packet.arrow("length");
    }

    @Override
    public CExpr packetLoad(Instruction.PacketLoad i, CExpr packet, CExpr offset) {
        String order = i.bytes() == 1 ? "" : i.order() == ByteOrder.BIG ? "_be" : "_le";
        return CExpr.call("load" + order + i.bytes() * 8, packet, offset);
    }

    @Override
    public List<CStmt> packetStore(Instruction.PacketStore i, CExpr packet, CExpr offset, CExpr value) {
        return does("store" + i.bytes() * 8, packet, offset, value);
    }

    @Override
    public List<CStmt> packetRemove(Instruction.PacketRemove i, CExpr packet, CExpr offset, CExpr count) {
        return does("remove_bytes", packet, offset, count);
    }

    @Override
    public List<CStmt> packetDrop(Instruction.PacketDrop i, CExpr packet) {
        return does("drop", packet, text(i.reason().toUpperCase(java.util.Locale.ROOT)));
    }

    @Override
    public List<CStmt> emit(Instruction.Emit i, List<CExpr> fields) {
        return List.of(new CStmt.Evaluate(call("emit_" + i.port(), fields)));
    }

    @Override
    public List<CStmt> skip(Instruction.Skip i) {
        return does("skip", text(i.point()));
    }

    @Override
    public List<CStmt> counterAdd(Instruction.CounterAdd i, CExpr amount) {
        return does("count", text(i.counter()), amount);
    }

    @Override
    public CExpr variableLoad(Instruction.VariableLoad i) {
        return text("stage").arrow(i.variable());
    }

    @Override
    public List<CStmt> variableStore(Instruction.VariableStore i, CExpr value) {
        return List.of(CStmt.assign(text("stage").arrow(i.variable()), value));
    }

    @Override
    public CExpr tableFind(Instruction.TableFind i, List<CExpr> key) {
        return call(i.table() + "_find", key);
    }

    @Override
    public CExpr entryPresent(Instruction.EntryPresent i, CExpr entry) {
        return CExpr.binary(COperator.NE, entry, text("NULL"));
    }

    @Override
    public CExpr fieldLoad(Instruction.FieldLoad i, CExpr entry) {
        return entry.arrow(i.field());
    }

    @Override
    public List<CStmt> fieldStore(Instruction.FieldStore i, CExpr entry, CExpr value) {
        return List.of(CStmt.assign(entry.arrow(i.field()), value));
    }

    @Override
    public CExpr bytesLoad(Instruction.BytesLoad i, CExpr entry, CExpr offset) {
        return CExpr.call("value_load" + i.bytes() * 8, entry, offset);
    }

    @Override
    public List<CStmt> bytesStore(Instruction.BytesStore i, CExpr entry, CExpr offset, CExpr value) {
        return does("value_store", entry, offset, value);
    }

    @Override
    public List<CStmt> bytesAdd(Instruction.BytesAdd i, CExpr entry, CExpr offset, CExpr value) {
        return does("value_add", entry, offset, value);
    }

    @Override
    public CExpr tableInsert(Instruction.TableInsert i, List<CExpr> key, List<CExpr> value) {
        return call(i.table() + "_insert", join(key, value));
    }

    @Override
    public CExpr tableRemove(Instruction.TableRemove i, List<CExpr> key) {
        return call(i.table() + "_remove", key);
    }
}

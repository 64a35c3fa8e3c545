package dev.toec.cgen;

import dev.toec.ir.Instruction;
import dev.toec.ir.Instruction.*;
import dev.toec.ir.Value;
import java.util.List;

/** The statements of an instruction without a result. */
final class Execution implements Instruction.Visitor<List<CStmt>> {
    private final Expressions expressions;
    private final Dialect dialect;

    Execution(Expressions expressions) {
        this.expressions = expressions;
        this.dialect = expressions.dialect();
    }

    private CExpr of(Value value) {
        return expressions.converted(value);
    }

    private static IllegalStateException hasResult(Instruction instruction) {
        return new IllegalStateException("has a result: " + instruction);
    }

    @Override
    public List<CStmt> packetStore(PacketStore i) {
        return dialect.packetStore(i, of(i.packet()), of(i.offset()), of(i.value()));
    }

    @Override
    public List<CStmt> packetRemove(PacketRemove i) {
        return dialect.packetRemove(i, of(i.packet()), of(i.offset()), of(i.count()));
    }

    @Override
    public List<CStmt> packetDrop(PacketDrop i) {
        return dialect.packetDrop(i, of(i.packet()));
    }

    @Override
    public List<CStmt> emit(Emit i) {
        return dialect.emit(i, expressions.converted(i.fields()));
    }

    @Override
    public List<CStmt> skip(Skip i) {
        return dialect.skip(i);
    }

    @Override
    public List<CStmt> counterAdd(CounterAdd i) {
        return dialect.counterAdd(i, of(i.amount()));
    }

    @Override
    public List<CStmt> variableStore(VariableStore i) {
        return dialect.variableStore(i, of(i.value()));
    }

    @Override
    public List<CStmt> fieldStore(FieldStore i) {
        return dialect.fieldStore(i, of(i.entry()), of(i.value()));
    }

    @Override
    public List<CStmt> bytesStore(BytesStore i) {
        return dialect.bytesStore(i, of(i.entry()), of(i.offset()), of(i.value()));
    }

    @Override
    public List<CStmt> bytesAdd(BytesAdd i) {
        return dialect.bytesAdd(i, of(i.entry()), of(i.offset()), of(i.value()));
    }

    /** A call of a function without results. */
    @Override
    public List<CStmt> call(Call i) {
        return List.of(new CStmt.Evaluate(expressions.call(i)));
    }

    @Override
    public List<CStmt> constant(Constant i) {
        throw hasResult(i);
    }

    @Override
    public List<CStmt> binary(Binary i) {
        throw hasResult(i);
    }

    @Override
    public List<CStmt> compare(Compare i) {
        throw hasResult(i);
    }

    @Override
    public List<CStmt> unary(Unary i) {
        throw hasResult(i);
    }

    @Override
    public List<CStmt> convert(Convert i) {
        throw hasResult(i);
    }

    @Override
    public List<CStmt> select(Select i) {
        throw hasResult(i);
    }

    @Override
    public List<CStmt> packetLength(PacketLength i) {
        throw hasResult(i);
    }

    @Override
    public List<CStmt> packetLoad(PacketLoad i) {
        throw hasResult(i);
    }

    @Override
    public List<CStmt> variableLoad(VariableLoad i) {
        throw hasResult(i);
    }

    @Override
    public List<CStmt> tableFind(TableFind i) {
        throw hasResult(i);
    }

    @Override
    public List<CStmt> entryPresent(EntryPresent i) {
        throw hasResult(i);
    }

    @Override
    public List<CStmt> fieldLoad(FieldLoad i) {
        throw hasResult(i);
    }

    @Override
    public List<CStmt> bytesLoad(BytesLoad i) {
        throw hasResult(i);
    }

    @Override
    public List<CStmt> tableInsert(TableInsert i) {
        throw hasResult(i);
    }

    @Override
    public List<CStmt> tableRemove(TableRemove i) {
        throw hasResult(i);
    }

    @Override
    public List<CStmt> hookCall(HookCall i) {
        throw hasResult(i);
    }
}

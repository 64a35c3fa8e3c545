package dev.toec.ir;

import dev.toec.ir.Instruction.*;
import java.util.List;

/** One line of text per operation, without results and indentation; used through {@link IrPrinter}. */
final class InstructionPrinter implements Instruction.Visitor<Void>, Terminator.Visitor<Void> {
    private final StringBuilder out;

    InstructionPrinter(StringBuilder out) {
        this.out = out;
    }

    private Void line(String operation, Value... operands) {
        return operation(operation, List.of(operands));
    }

    private Void operation(String operation, List<Value> operands) {
        out.append(operation).append(operands.isEmpty() ? "" : " ");
        ValueText.uses(out, operands);
        return null;
    }

    private Void named(String operation, String name, List<Value> arguments) {
        out.append(operation).append(' ').append(name).append('(');
        ValueText.uses(out, arguments);
        out.append(')');
        return null;
    }

    private Void then(Object... words) {
        for (Object word : words) {
            out.append(word);
        }
        return null;
    }

    private Void comma(Value value) {
        out.append(", ");
        ValueText.use(out, value);
        return null;
    }

    @Override
    public Void constant(Constant i) {
        out.append("constant ");
        ValueText.number(out, i.bits());
        symbol(i.symbol());
        return null;
    }

    @Override
    public Void binary(Binary i) {
        return line(i.op().toString(), i.left(), i.right());
    }

    @Override
    public Void compare(Compare i) {
        return line(i.op().toString(), i.left(), i.right());
    }

    @Override
    public Void unary(Unary i) {
        return line(i.op().toString(), i.operand());
    }

    @Override
    public Void convert(Convert i) {
        return line(i.op().toString(), i.operand());
    }

    @Override
    public Void select(Select i) {
        return line("select", i.condition(), i.whenTrue(), i.whenFalse());
    }

    @Override
    public Void packetLength(PacketLength i) {
        return line("packet.length", i.packet());
    }

    @Override
    public Void packetLoad(PacketLoad i) {
        line("packet.load", i.packet(), i.offset());
        return then(", ", i.bytes(), " ", i.order());
    }

    @Override
    public Void packetStore(PacketStore i) {
        line("packet.store", i.packet(), i.offset(), i.value());
        return then(", ", i.bytes(), " ", i.order());
    }

    @Override
    public Void packetRemove(PacketRemove i) {
        return line("packet.remove", i.packet(), i.offset(), i.count());
    }

    @Override
    public Void packetDrop(PacketDrop i) {
        line("packet.drop", i.packet());
        return then(", ", i.reason());
    }

    @Override
    public Void emit(Emit i) {
        return named("emit", i.port(), i.fields());
    }

    @Override
    public Void skip(Skip i) {
        return then("skip ", i.point());
    }

    @Override
    public Void counterAdd(CounterAdd i) {
        then("counter.add ", i.counter());
        return comma(i.amount());
    }

    @Override
    public Void variableLoad(VariableLoad i) {
        return then("variable.load ", i.variable());
    }

    @Override
    public Void variableStore(VariableStore i) {
        then("variable.store ", i.variable());
        return comma(i.value());
    }

    @Override
    public Void tableFind(TableFind i) {
        return named("table.find", i.table(), i.key());
    }

    @Override
    public Void entryPresent(EntryPresent i) {
        return line("entry.present", i.entry());
    }

    @Override
    public Void fieldLoad(FieldLoad i) {
        line("field.load", i.entry());
        return then(", ", i.table(), ".", i.field());
    }

    @Override
    public Void fieldStore(FieldStore i) {
        line("field.store", i.entry());
        then(", ", i.table(), ".", i.field());
        return comma(i.value());
    }

    @Override
    public Void bytesLoad(BytesLoad i) {
        line("bytes.load", i.entry());
        then(", ", i.table());
        return comma(i.offset());
    }

    @Override
    public Void bytesStore(BytesStore i) {
        line("bytes.store", i.entry());
        then(", ", i.table());
        comma(i.offset());
        return comma(i.value());
    }

    @Override
    public Void bytesAdd(BytesAdd i) {
        line("bytes.add", i.entry());
        then(", ", i.table());
        comma(i.offset());
        return comma(i.value());
    }

    @Override
    public Void tableInsert(TableInsert i) {
        named("table.insert", i.table(), i.key());
        out.append(" = (");
        ValueText.uses(out, i.value());
        return then(") ", i.mode());
    }

    @Override
    public Void tableRemove(TableRemove i) {
        return named("table.remove", i.table(), i.key());
    }

    @Override
    public Void call(Call i) {
        return named("call", i.function(), i.arguments());
    }

    @Override
    public Void hookCall(HookCall i) {
        return named("hook", i.hook(), List.of(i.packet()));
    }

    @Override
    public Void jump(Terminator.Jump t) {
        out.append("jump ");
        return target(t.target());
    }

    @Override
    public Void branch(Terminator.Branch t) {
        line("branch", t.condition());
        out.append(", ");
        target(t.whenTrue());
        out.append(", ");
        return target(t.whenFalse());
    }

    @Override
    public Void switchOn(Terminator.Switch t) {
        line("switch", t.value());
        for (Terminator.Switch.Case c : t.cases()) {
            out.append(", ");
            ValueText.number(out, c.constant());
            symbol(c.symbol());
            out.append(": ");
            target(c.target());
        }
        out.append(", else ");
        return target(t.otherwise());
    }

    @Override
    public Void returns(Terminator.Return t) {
        return operation("return", t.values());
    }

    private void symbol(String symbol) {
        if (!symbol.isEmpty()) {
            out.append(" as ").append(symbol);
        }
    }

    private Void target(Terminator.Target target) {
        out.append(target.block());
        if (!target.arguments().isEmpty()) {
            out.append('(');
            ValueText.uses(out, target.arguments());
            out.append(')');
        }
        return null;
    }
}

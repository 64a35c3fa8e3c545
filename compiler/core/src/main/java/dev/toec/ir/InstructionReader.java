package dev.toec.ir;

import dev.toec.diag.Code;
import dev.toec.ir.Instruction.*;
import dev.toec.ir.Terminator.Target;
import dev.toec.source.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/** Reads operations and ends of blocks; the counterpart of {@link InstructionPrinter}. */
final class InstructionReader {
    private static final Map<String, BinaryOp> BINARY = byName(BinaryOp.values());
    private static final Map<String, CompareOp> COMPARE = byName(CompareOp.values());
    private static final Map<String, UnaryOp> UNARY = byName(UnaryOp.values());
    private static final Map<String, ConvertOp> CONVERT = byName(ConvertOp.values());
    private static final Map<String, InsertMode> INSERT = byName(InsertMode.values());
    private static final Map<String, ByteOrder> ORDER = byName(ByteOrder.values());

    private final IrCursor in;
    private final FunctionReader function;
    private List<Value> results = List.of();
    private Span span = Span.NONE;

    InstructionReader(IrCursor in, FunctionReader function) {
        this.in = in;
        this.function = function;
    }

    private static <E> Map<String, E> byName(E[] constants) {
        Map<String, E> names = new HashMap<>();
        for (E constant : constants) {
            names.put(constant.toString(), constant);
        }
        return names;
    }

    /** The operation that comes next and defines {@code defined}. */
    Instruction instruction(List<Value> defined) {
        results = defined;
        IrToken word = in.expect(IrToken.Kind.NAME, "an operation");
        span = word.span();
        Instruction read = arithmetic(word.text());
        read = read != null ? read : packet(word.text());
        read = read != null ? read : resource(word.text());
        if (read == null) {
            throw new IrFault(Code.E0190, span, "'" + word.text() + "' is no operation");
        }
        if (!read.results().equals(defined)) {
            throw new IrFault(Code.E0192, span, word.text() + " does not define " + defined.size() + " values");
        }
        return read;
    }

    private Instruction arithmetic(String name) {
        if (BINARY.containsKey(name)) {
            return new Binary(result(), BINARY.get(name), value(), next(), span);
        }
        if (COMPARE.containsKey(name)) {
            return new Compare(result(), COMPARE.get(name), value(), next(), span);
        }
        if (UNARY.containsKey(name)) {
            return new Unary(result(), UNARY.get(name), value(), span);
        }
        if (CONVERT.containsKey(name)) {
            return new Convert(result(), CONVERT.get(name), value(), span);
        }
        return switch (name) {
            case "constant" -> new Constant(result(), in.number(), symbol(), span);
            case "select" -> new Select(result(), value(), next(), next(), span);
            default -> null;
        };
    }

    private Instruction packet(String name) {
        return switch (name) {
            case "packet.length" -> new PacketLength(result(), value(), span);
            case "packet.load" -> new PacketLoad(result(), value(), next(), bytes(), word(ORDER), span);
            case "packet.store" -> new PacketStore(value(), next(), next(), bytes(), word(ORDER), span);
            case "packet.remove" -> new PacketRemove(value(), next(), next(), span);
            case "packet.drop" -> new PacketDrop(value(), afterComma("a drop reason"), span);
            case "emit" -> new Emit(in.name("an out port"), arguments(), span);
            case "skip" -> new Skip(in.name("a reorder point"), span);
            case "call" -> new Call(results, in.name("a function"), arguments(), span);
            case "hook" -> new HookCall(result(), in.name("a hook"), only(arguments()), span);
            default -> null;
        };
    }

    private Instruction resource(String name) {
        return switch (name) {
            case "counter.add" -> new CounterAdd(in.name("a counter"), next(), span);
            case "variable.load" -> new VariableLoad(result(), in.name("a variable"), span);
            case "variable.store" -> new VariableStore(in.name("a variable"), next(), span);
            case "table.find" -> new TableFind(result(), in.name("a table"), arguments(), span);
            case "table.insert" -> insert();
            case "table.remove" -> new TableRemove(result(), in.name("a table"), arguments(), span);
            case "entry.present" -> new EntryPresent(result(), value(), span);
            case "field.load" -> fieldLoad();
            case "field.store" -> fieldStore();
            case "bytes.load" -> bytesLoad();
            case "bytes.store" -> new BytesStore(value(), afterComma("a table"), next(), next(), span);
            case "bytes.add" -> new BytesAdd(value(), afterComma("a table"), next(), next(), span);
            default -> null;
        };
    }

    private Instruction insert() {
        String table = in.name("a table");
        List<Value> key = arguments();
        in.expect("=");
        return new TableInsert(result(), table, key, arguments(), word(INSERT), span);
    }

    private Instruction fieldLoad() {
        Value entry = value();
        String[] field = tableAndField();
        return new FieldLoad(result(), entry, field[0], field[1], span);
    }

    private Instruction fieldStore() {
        Value entry = value();
        String[] field = tableAndField();
        return new FieldStore(entry, field[0], field[1], next(), span);
    }

    private Instruction bytesLoad() {
        Value entry = value();
        int bytes = result().type().bits() / 8;
        return new BytesLoad(result(), entry, afterComma("a table"), next(), bytes, span);
    }

    private String[] tableAndField() {
        String name = afterComma("table.field");
        int dot = name.indexOf('.');
        if (dot < 0) {
            throw new IrFault(Code.E0190, span, "expected table.field, found '" + name + "'");
        }
        return new String[] {name.substring(0, dot), name.substring(dot + 1)};
    }

    /** The end of the block if it comes next, or {@code null}. */
    Terminator terminator() {
        Span start = in.peek().span();
        if (in.accept("jump")) {
            return new Terminator.Jump(target(), start);
        }
        if (in.accept("branch")) {
            Value condition = value();
            return new Terminator.Branch(condition, nextTarget(), nextTarget(), start);
        }
        if (in.accept("switch")) {
            return switchOn(start);
        }
        return in.accept("return") ? returns(start) : null;
    }

    private Terminator returns(Span start) {
        List<Value> values = new ArrayList<>();
        if (in.peek().kind() == IrToken.Kind.VALUE) {
            do {
                values.add(value());
            } while (in.accept(","));
        }
        return new Terminator.Return(values, start);
    }

    private Terminator switchOn(Span start) {
        Value value = value();
        List<Terminator.Switch.Case> cases = new ArrayList<>();
        in.expect(",");
        while (!in.accept("else")) {
            long constant = in.number() & value.type().mask();
            String symbol = symbol();
            in.expect(":");
            cases.add(new Terminator.Switch.Case(constant, symbol, target()));
            in.expect(",");
        }
        return new Terminator.Switch(value, cases, target(), start);
    }

    private String symbol() {
        return in.accept("as") ? in.expect(IrToken.Kind.NAME, "a symbol").text() : "";
    }

    private Target nextTarget() {
        in.expect(",");
        return target();
    }

    private Target target() {
        String label = in.name("the label of a block");
        return new Target(label, in.peek().is("(") ? arguments() : List.of());
    }

    private Value result() {
        return only(results);
    }

    private Value only(List<Value> values) {
        if (values.size() != 1) {
            throw new IrFault(Code.E0192, span, "expected one value, found " + values.size());
        }
        return values.get(0);
    }

    private Value value() {
        return function.value();
    }

    private Value next() {
        in.expect(",");
        return value();
    }

    private List<Value> arguments() {
        List<Value> values = new ArrayList<>();
        in.expect("(");
        while (!in.accept(")")) {
            if (!values.isEmpty()) {
                in.expect(",");
            }
            values.add(value());
        }
        return values;
    }

    private int bytes() {
        in.expect(",");
        return in.count("a number of bytes");
    }

    private String afterComma(String what) {
        in.expect(",");
        return in.name(what);
    }

    private <E> E word(Map<String, E> words) {
        IrToken token = in.peek();
        if (!words.containsKey(token.text())) {
            throw in.expected("one of " + String.join(", ", new TreeSet<>(words.keySet())));
        }
        return words.get(in.next().text());
    }
}

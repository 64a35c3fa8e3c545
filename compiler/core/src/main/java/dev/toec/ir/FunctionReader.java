package dev.toec.ir;

import dev.toec.diag.Code;
import dev.toec.source.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Reads one function of an IR text: its definitions first, since a block may use what a later line defines. */
final class FunctionReader {
    private final IrCursor in;
    private final Map<Integer, Value> values = new HashMap<>();

    FunctionReader(IrCursor in) {
        this.in = in;
    }

    /** The function whose name comes next. */
    Function read(String doc) {
        IrToken name = in.expect(IrToken.Kind.NAME, "the name of a function");
        define();
        in.expect("(");
        List<Value> parameters = in.accept(")") ? List.of() : definitions(")");
        List<IrType> results = new ArrayList<>();
        if (in.accept("->")) {
            do {
                results.add(in.type());
            } while (in.accept(","));
        }
        in.expect("{");
        List<Block> blocks = new ArrayList<>();
        while (!in.accept("}")) {
            blocks.add(block());
        }
        return new Function(name.text(), doc, parameters, results, blocks, name.span());
    }

    /** Collects every {@code %value: type} up to the end of the function. */
    private void define() {
        for (int i = 0; !in.peek(i).is("}") && in.peek(i).kind() != IrToken.Kind.END; i++) {
            IrToken token = in.peek(i);
            if (token.kind() == IrToken.Kind.VALUE && in.peek(i + 1).is(":")) {
                Value value = new Value(id(token), type(in.peek(i + 2)), hint(token));
                if (values.putIfAbsent(value.id(), value) != null) {
                    throw new IrFault(Code.E0191, token.span(), token.text() + " is defined twice");
                }
            }
        }
    }

    private static IrType type(IrToken token) {
        return new IrCursor(List.of(token)).type();
    }

    private static int id(IrToken token) {
        String text = token.text();
        try {
            return Integer.parseUnsignedInt(text.substring(text.lastIndexOf('.') < 0 ? 1 : text.lastIndexOf('.') + 1));
        } catch (NumberFormatException e) {
            throw new IrFault(Code.E0190, token.span(), text + " has no number; a value is written %7 or %name.7");
        }
    }

    private static String hint(IrToken token) {
        int dot = token.text().lastIndexOf('.');
        return dot < 0 ? "" : token.text().substring(1, dot);
    }

    private List<Value> definitions(String end) {
        List<Value> defined = new ArrayList<>();
        do {
            defined.add(value());
            in.expect(":");
            in.type();
        } while (in.accept(","));
        in.expect(end);
        return defined;
    }

    private Block block() {
        String label = in.name("the label of a block");
        List<Value> parameters = in.accept("(") ? definitions(")") : List.of();
        in.expect(":");
        InstructionReader reader = new InstructionReader(in, this);
        List<Instruction> body = new ArrayList<>();
        while (true) {
            Span start = in.peek().span();
            try {
                Terminator terminator = reader.terminator();
                if (terminator != null) {
                    return new Block(label, parameters, body, terminator);
                }
                body.add(reader.instruction(in.peek().kind() == IrToken.Kind.VALUE ? definitions("=") : List.of()));
            } catch (IllegalArgumentException e) {
                throw new IrFault(Code.E0192, start, "the operation " + e.getMessage());
            }
        }
    }

    /** The value that comes next, which the function must define somewhere. */
    Value value() {
        IrToken token = in.expect(IrToken.Kind.VALUE, "a value");
        Value value = values.get(id(token));
        if (value == null) {
            throw new IrFault(Code.E0191, token.span(), token.text() + " is defined nowhere in this function");
        }
        return value;
    }
}

package dev.toec.types;

import dev.toec.ir.BinaryOp;
import dev.toec.ir.CompareOp;
import dev.toec.ir.Field;
import dev.toec.ir.FunctionBuilder;
import dev.toec.ir.FunctionBuilder.Draft;
import dev.toec.ir.Instruction;
import dev.toec.ir.IrType;
import dev.toec.ir.UnaryOp;
import dev.toec.ir.Value;
import dev.toec.source.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Lowers expressions: a scalar to one value, a struct to one per field. */
final class ExpressionLowering implements TypedExpression.Visitor<List<Value>> {
    private final FunctionBuilder builder;
    private final ValueMaker make;
    private final Map<Symbol.Local, List<Value>> values = new HashMap<>();
    private final Map<Symbol.Local, List<FunctionBuilder.Local>> variables = new HashMap<>();
    private final Map<Symbol.View, ViewPlace> views = new HashMap<>();
    private String hint = "";

    ExpressionLowering(FunctionBuilder builder) {
        this.builder = builder;
        this.make = new ValueMaker(builder);
    }

    ValueMaker make() {
        return make;
    }

    /** Gives a local its first values. */
    void declare(Symbol.Local local, List<Value> first) {
        if (!local.mutable()) {
            values.put(local, first);
            return;
        }
        List<FunctionBuilder.Local> parts = new ArrayList<>();
        for (Field field : Shapes.fields(local.name(), local.type())) {
            parts.add(new FunctionBuilder.Local(field.name(), field.type()));
        }
        variables.put(local, parts);
        write(local, 0, first);
    }

    /** Gives the scalars of a mutable local from {@code first} on new values. */
    void write(Symbol.Local local, int first, List<Value> now) {
        for (int i = 0; i < now.size(); i++) {
            builder.write(variables.get(local).get(first + i), now.get(i));
        }
    }

    /** Makes {@code value} the value of an immutable local from here on. */
    void bind(Symbol.Local local, Value value) {
        values.put(local, List.of(value));
    }

    void place(Symbol.View view, ViewPlace place) {
        views.put(view, place);
    }

    ViewPlace place(Symbol.View view) {
        return views.get(view);
    }

    /** The values of {@code expression}; what is made for it is called {@code name}. */
    List<Value> lower(TypedExpression expression, String name) {
        String outer = hint;
        hint = name;
        List<Value> lowered = expression.accept(this);
        hint = outer;
        return lowered;
    }

    Value scalar(TypedExpression expression, String name) {
        return lower(expression, name).get(0);
    }

    Value scalar(TypedExpression expression) {
        return scalar(expression, "");
    }

    /** Goes on at {@code whenTrue} or {@code whenFalse}; evaluates no more than is needed where that could be told. */
    void branch(TypedExpression condition, Draft whenTrue, Draft whenFalse) {
        Span span = condition.span();
        if (condition instanceof TypedExpression.Constant c) {
            builder.jump(c.value().signum() != 0 ? whenTrue : whenFalse, span);
        } else if (condition instanceof TypedExpression.Unary not) {
            branch(not.operand(), whenFalse, whenTrue);
        } else if (condition instanceof TypedExpression.Logical logical && !Purity.isPure(logical.right())) {
            Draft right = builder.newBlock(logical.and() ? "and" : "or");
            branch(logical.left(), logical.and() ? right : whenTrue, logical.and() ? whenFalse : right);
            builder.seal(right);
            builder.moveTo(right);
            branch(logical.right(), whenTrue, whenFalse);
        } else {
            builder.branch(scalar(condition), whenTrue, whenFalse, span);
        }
    }

    @Override
    public List<Value> constant(TypedExpression.Constant expression) {
        Value result = make.value(hint, Shapes.irType(expression.type()));
        String symbol = expression.type() instanceof Type.Enumeration e ? e.symbol(expression.value()) : "";
        make.add(new Instruction.Constant(result, expression.value().longValue(), symbol, expression.span()));
        return List.of(result);
    }

    @Override
    public List<Value> read(TypedExpression.Read expression) {
        if (!expression.local().mutable()) {
            return values.get(expression.local());
        }
        List<Value> now = new ArrayList<>();
        for (FunctionBuilder.Local part : variables.get(expression.local())) {
            now.add(builder.read(part));
        }
        return now;
    }

    @Override
    public List<Value> fieldOf(TypedExpression.FieldOf expression) {
        List<Value> all = lower(expression.struct(), "");
        int first = Shapes.first((Type.Struct) expression.struct().type(), expression.member());
        return all.subList(first, first + Shapes.count(expression.member().type()));
    }

    @Override
    public List<Value> structValue(TypedExpression.StructValue expression) {
        List<Value> all = new ArrayList<>();
        for (int i = 0; i < expression.fields().size(); i++) {
            String name = expression.type().members().get(i).name();
            all.addAll(lower(expression.fields().get(i), hint.isEmpty() ? name : hint + "_" + name));
        }
        return all;
    }

    @Override
    public List<Value> viewField(TypedExpression.ViewField expression) {
        Symbol.View view = expression.view();
        HeaderAccess access =
                new HeaderAccess(make, views.get(view), view.header(), expression.member(), expression.span());
        return List.of(access.load(hint));
    }

    @Override
    public List<Value> variableRead(TypedExpression.VariableRead expression) {
        Symbol.Variable variable = expression.variable();
        String name = hint.isEmpty() ? variable.name() : hint;
        Value result = make.value(name, Shapes.irType(variable.type()));
        make.add(new Instruction.VariableLoad(result, variable.name(), expression.span()));
        return List.of(result);
    }

    @Override
    public List<Value> unary(TypedExpression.Unary expression) {
        Value operand = scalar(expression.operand());
        Value result = make.value(hint, operand.type());
        make.add(new Instruction.Unary(result, expression.op(), operand, expression.span()));
        return List.of(result);
    }

    @Override
    public List<Value> binary(TypedExpression.Binary expression) {
        Value left = scalar(expression.left());
        Value right = scalar(expression.right());
        return List.of(make.binary(expression.op(), left, right, hint, expression.span()));
    }

    @Override
    public List<Value> compare(TypedExpression.Compare expression) {
        if (expression.left().type() == Type.Basic.BOOL && expression.right() instanceof TypedExpression.Constant c) {
            boolean same = (c.value().signum() != 0) == (expression.op() == CompareOp.EQ);
            return same ? lower(expression.left(), hint) : List.of(not(expression.left(), expression.span()));
        }
        Value left = scalar(expression.left());
        Value right = scalar(expression.right());
        return List.of(make.compare(expression.op(), left, right, hint, expression.span()));
    }

    private Value not(TypedExpression truth, Span span) {
        Value operand = scalar(truth);
        Value result = make.value(hint, IrType.I1);
        make.add(new Instruction.Unary(result, UnaryOp.NOT, operand, span));
        return result;
    }

    @Override
    public List<Value> logical(TypedExpression.Logical expression) {
        if (Purity.isPure(expression.right())) {
            Value left = scalar(expression.left());
            Value right = scalar(expression.right());
            BinaryOp op = expression.and() ? BinaryOp.AND : BinaryOp.OR;
            return List.of(make.binary(op, left, right, hint, expression.span()));
        }
        FunctionBuilder.Local result = new FunctionBuilder.Local(hint, IrType.I1);
        Draft right = builder.newBlock(expression.and() ? "and" : "or");
        Draft after = builder.newBlock("after");
        Value left = scalar(expression.left());
        builder.write(result, left);
        builder.branch(left, expression.and() ? right : after, expression.and() ? after : right, expression.span());
        builder.seal(right);
        builder.moveTo(right);
        builder.write(result, scalar(expression.right()));
        builder.jump(after, expression.span());
        builder.seal(after);
        builder.moveTo(after);
        return List.of(builder.read(result));
    }

    @Override
    public List<Value> between(TypedExpression.Between expression) {
        Span span = expression.span();
        Value value = scalar(expression.value());
        Value low = scalar(expression.low());
        Value high = scalar(expression.high());
        Value range = make.binary(BinaryOp.SUB, high, low, "", span);
        Value distance = make.binary(BinaryOp.SUB, value, low, "", span);
        return List.of(make.compare(CompareOp.UGE, range, distance, hint, span));
    }

    @Override
    public List<Value> convert(TypedExpression.Convert expression) {
        Type.Int from = Conversions.representation(expression.operand().type());
        Type.Int to = Conversions.representation(expression.type());
        IrType type = Shapes.irType(expression.type());
        boolean masked = to.bits() < from.bits() && to.bits() < type.bits();
        Value operand = scalar(expression.operand());
        Value resized = make.resize(operand, type, from.signed(), masked ? "" : hint, expression.span());
        return List.of(
                masked ? make.binary(BinaryOp.AND, resized, (1L << to.bits()) - 1, hint, expression.span()) : resized);
    }

    @Override
    public List<Value> packetLength(TypedExpression.PacketLength expression) {
        Value packet = scalar(expression.packet());
        Value result = make.value(hint.isEmpty() ? "length" : hint, IrType.I32);
        make.add(new Instruction.PacketLength(result, packet, expression.span()));
        return List.of(result);
    }

    @Override
    public List<Value> call(TypedExpression.Call expression) {
        List<Value> arguments = new ArrayList<>();
        for (TypedExpression argument : expression.arguments()) {
            arguments.addAll(lower(argument, ""));
        }
        List<Value> results = new ArrayList<>();
        if (expression.type() != Type.Basic.NOTHING) {
            String name = hint.isEmpty() ? expression.fn().name() : hint;
            for (Field field : Shapes.fields(name, expression.type())) {
                results.add(make.value(hint.isEmpty() ? "" : field.name(), field.type()));
            }
        }
        make.add(new Instruction.Call(results, expression.fn().name(), arguments, expression.span()));
        return results;
    }

    @Override
    public List<Value> hookCall(TypedExpression.HookCall expression) {
        Value packet = scalar(expression.packet());
        Value verdict = make.value(hint.isEmpty() ? "verdict" : hint, IrType.I32);
        make.add(new Instruction.HookCall(verdict, expression.hook().name(), packet, expression.span()));
        return List.of(verdict);
    }

    @Override
    public List<Value> broken(TypedExpression.Broken expression) {
        throw new IllegalStateException("a wrong expression was lowered at " + expression.span());
    }
}

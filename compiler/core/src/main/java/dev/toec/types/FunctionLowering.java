package dev.toec.types;

import dev.toec.ir.BinaryOp;
import dev.toec.ir.CompareOp;
import dev.toec.ir.Field;
import dev.toec.ir.Function;
import dev.toec.ir.FunctionBuilder;
import dev.toec.ir.FunctionBuilder.Draft;
import dev.toec.ir.InsertMode;
import dev.toec.ir.Instruction;
import dev.toec.ir.IrType;
import dev.toec.ir.Value;
import dev.toec.source.Span;
import java.math.BigInteger;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Lowers one body, statement by statement, into blocks. */
final class FunctionLowering implements TypedStatement.Visitor<Void> {
    /** Where {@code break} and {@code continue} go. */
    private record Loop(Draft next, Draft done) {}

    private final FunctionBuilder builder;
    private final ExpressionLowering expressions;
    private final ValueMaker make;
    private final Deque<Loop> loops = new ArrayDeque<>();

    private FunctionLowering(FunctionBuilder builder) {
        this.builder = builder;
        this.expressions = new ExpressionLowering(builder);
        this.make = expressions.make();
    }

    static Function lower(TypedProgram.Fn fn) {
        Symbol.Fn symbol = fn.symbol();
        FunctionBuilder builder = new FunctionBuilder(symbol.name(), symbol.doc(), symbol.span());
        FunctionLowering lowering = new FunctionLowering(builder);
        for (Symbol.Local parameter : symbol.parameters()) {
            lowering.parameter(parameter, Shapes.fields(parameter.name(), parameter.type()));
        }
        lowering.body(fn.body());
        List<IrType> results = new ArrayList<>();
        if (symbol.result() != Type.Basic.NOTHING) {
            for (Field field : Shapes.fields("result", symbol.result())) {
                results.add(field.type());
            }
        }
        return builder.build(results);
    }

    static Function lower(String name, TypedProgram.Handler handler) {
        FunctionBuilder builder = new FunctionBuilder(name, handler.doc(), handler.span());
        FunctionLowering lowering = new FunctionLowering(builder);
        lowering.parameter(
                handler.item(),
                Lowering.part(handler.item().name(), handler.item().type()));
        lowering.body(handler.body());
        return builder.build(List.of());
    }

    private void parameter(Symbol.Local parameter, List<Field> fields) {
        List<Value> values = new ArrayList<>();
        for (Field field : fields) {
            values.add(builder.parameter(field.name(), field.type()));
        }
        expressions.declare(parameter, values);
    }

    private void body(TypedStatement.Block body) {
        body.accept(this);
        if (isAlive()) {
            builder.returns(List.of(), end(body.span()));
        }
    }

    private static Span end(Span span) {
        return new Span(span.file(), Math.max(span.start(), span.end() - 1), span.end());
    }

    /** Whether control can be here. */
    private boolean isAlive() {
        return !builder.current().isTerminated() && builder.current().isReachable();
    }

    private void jump(Draft target, Span span) {
        if (isAlive()) {
            builder.jump(target, span);
        }
    }

    private void enter(Draft draft) {
        builder.seal(draft);
        builder.moveTo(draft);
    }

    @Override
    public Void block(TypedStatement.Block statement) {
        for (TypedStatement s : statement.statements()) {
            if (isAlive()) {
                s.accept(this);
            }
        }
        return null;
    }

    @Override
    public Void declare(TypedStatement.Declare statement) {
        Symbol.Local local = statement.local();
        expressions.declare(local, expressions.lower(statement.value(), local.name()));
        return null;
    }

    @Override
    public Void assign(TypedStatement.Assign statement) {
        String name = statement.local().name();
        expressions.write(statement.local(), statement.first(), expressions.lower(statement.value(), name));
        return null;
    }

    @Override
    public Void storeVariable(TypedStatement.StoreVariable statement) {
        Value value = expressions.scalar(statement.value());
        make.add(new Instruction.VariableStore(statement.variable().name(), value, statement.span()));
        return null;
    }

    @Override
    public Void storeField(TypedStatement.StoreField statement) {
        Symbol.View view = statement.view();
        HeaderAccess access =
                new HeaderAccess(make, expressions.place(view), view.header(), statement.member(), statement.span());
        if (statement.value() instanceof TypedExpression.Constant c) {
            access.store(c.value().longValue());
        } else {
            access.store(expressions.scalar(statement.value()));
        }
        return null;
    }

    @Override
    public Void addCounter(TypedStatement.AddCounter statement) {
        Value amount = expressions.scalar(statement.amount());
        make.add(new Instruction.CounterAdd(statement.counter().name(), amount, statement.span()));
        return null;
    }

    @Override
    public Void makeView(TypedStatement.MakeView statement) {
        Symbol.View view = statement.view();
        ViewPlace place = place(view.packet(), view.offset());
        expressions.place(view, place);
        Value fits = place.fits(make, view.header().bytes(), statement.span());
        orElse(fits, view.name(), statement.otherwise(), statement.span());
        return null;
    }

    private ViewPlace place(TypedExpression packet, TypedExpression offset) {
        Value owner = expressions.scalar(packet);
        return offset instanceof TypedExpression.Constant c
                ? new ViewPlace(owner, null, c.value().longValue())
                : new ViewPlace(owner, expressions.scalar(offset), 0);
    }

    /** Goes on where {@code holds}; does {@code otherwise}, which leaves, where not. */
    private void orElse(Value holds, String name, TypedStatement.Block otherwise, Span span) {
        Draft failed = builder.newBlock("no_" + name);
        Draft passed = builder.newBlock(name);
        builder.branch(holds, passed, failed, span);
        enter(failed);
        otherwise.accept(this);
        jump(passed, otherwise.span());
        enter(passed);
    }

    @Override
    public Void branch(TypedStatement.If statement) {
        choose(
                (then, otherwise) -> expressions.branch(statement.condition(), then, otherwise),
                statement.then(),
                statement.otherwise());
        return null;
    }

    /** Ends the current block at one of two. */
    private interface Decision {
        void branch(Draft then, Draft otherwise);
    }

    private void choose(Decision decision, TypedStatement.Block then, TypedStatement.Block otherwise) {
        choose(decision, then, () -> then.accept(this), otherwise);
    }

    private void choose(
            Decision decision, TypedStatement.Block then, Runnable lowerThen, TypedStatement.Block otherwise) {
        Draft thenBlock = builder.newBlock("then");
        boolean hasElse = !otherwise.statements().isEmpty();
        Draft elseBlock = hasElse ? builder.newBlock("else") : null;
        Draft after = builder.newBlock("after");
        decision.branch(thenBlock, hasElse ? elseBlock : after);
        enter(thenBlock);
        if (isAlive()) {
            lowerThen.run();
        }
        jump(after, then.span());
        if (hasElse) {
            enter(elseBlock);
            otherwise.accept(this);
            jump(after, otherwise.span());
        }
        enter(after);
    }

    private Value find(Symbol.Local local, Symbol.Table table, TypedExpression key, Span span) {
        List<Value> keys = expressions.lower(key, "");
        Value entry = make.value(local.name() + "_entry", IrType.ENTRY);
        make.add(new Instruction.TableFind(entry, table.name(), keys, span));
        return entry;
    }

    private Value isPresent(Value entry, Span span) {
        Value present = make.value("", IrType.I1);
        make.add(new Instruction.EntryPresent(present, entry, span));
        return present;
    }

    private void loadEntry(Symbol.Local local, Symbol.Table table, Value entry, Span span) {
        List<Value> loaded = new ArrayList<>();
        List<Field> named = Shapes.fields(local.name(), table.value());
        List<Field> fields = Lowering.part("value", table.value());
        for (int i = 0; i < fields.size(); i++) {
            Value value = make.value(named.get(i).name(), fields.get(i).type());
            make.add(new Instruction.FieldLoad(
                    value, entry, table.name(), fields.get(i).name(), span));
            loaded.add(value);
        }
        expressions.declare(local, loaded);
    }

    @Override
    public Void find(TypedStatement.Find statement) {
        Value entry = find(statement.local(), statement.table(), statement.key(), statement.span());
        Value present = isPresent(entry, statement.span());
        orElse(present, statement.local().name(), statement.otherwise(), statement.span());
        loadEntry(statement.local(), statement.table(), entry, statement.span());
        return null;
    }

    @Override
    public Void ifFound(TypedStatement.IfFound statement) {
        Span span = statement.span();
        Value entry = find(statement.local(), statement.table(), statement.key(), span);
        Value present = isPresent(entry, span);
        choose(
                (then, otherwise) -> builder.branch(present, then, otherwise, span),
                statement.then(),
                () -> {
                    loadEntry(statement.local(), statement.table(), entry, span);
                    statement.then().accept(this);
                },
                statement.otherwise());
        return null;
    }

    @Override
    public Void insert(TypedStatement.Insert statement) {
        List<Value> key = expressions.lower(statement.key(), "");
        List<Value> value = expressions.lower(statement.value(), "");
        Value stored = make.value("stored", IrType.I1);
        make.add(new Instruction.TableInsert(
                stored, statement.table().name(), key, value, InsertMode.ANY, statement.span()));
        if (!statement.full().statements().isEmpty()) {
            orElse(stored, "stored", statement.full(), statement.span());
        }
        return null;
    }

    @Override
    public Void removeEntry(TypedStatement.RemoveEntry statement) {
        List<Value> key = expressions.lower(statement.key(), "");
        Value removed = make.value("removed", IrType.I1);
        make.add(new Instruction.TableRemove(removed, statement.table().name(), key, statement.span()));
        return null;
    }

    @Override
    public Void removeBytes(TypedStatement.RemoveBytes statement) {
        Value packet = expressions.scalar(statement.packet());
        Value offset = expressions.scalar(statement.offset());
        Value count = expressions.scalar(statement.count());
        if (statement.otherwise().isPresent()) {
            orElse(
                    fits(statement, packet, offset, count),
                    "removed",
                    statement.otherwise().get(),
                    statement.span());
        }
        make.add(new Instruction.PacketRemove(packet, offset, count, statement.span()));
        return null;
    }

    private Value fits(TypedStatement.RemoveBytes statement, Value packet, Value offset, Value count) {
        if (statement.offset() instanceof TypedExpression.Constant o
                && statement.count() instanceof TypedExpression.Constant c) {
            ViewPlace place = new ViewPlace(packet, null, o.value().longValue());
            return place.fits(make, c.value().longValue(), statement.span());
        }
        return new ViewPlace(packet, offset, 0).fits(make, count, statement.span());
    }

    @Override
    public Void match(TypedStatement.Match statement) {
        List<TypedStatement.Case> cases = new ArrayList<>(statement.cases());
        TypedStatement.Block otherwise = statement.otherwise().isPresent()
                ? statement.otherwise().get()
                : cases.remove(cases.size() - 1).block();
        Value value = expressions.scalar(statement.value());
        if (cases.isEmpty()) {
            otherwise.accept(this);
        } else if (cases.size() == 1 && cases.get(0).values().size() == 1) {
            single(value, statement.value().type(), cases.get(0), otherwise, statement.span());
        } else {
            several(value, statement.value().type(), cases, otherwise, statement.span());
        }
        return null;
    }

    private void single(Value value, Type type, TypedStatement.Case only, TypedStatement.Block otherwise, Span span) {
        boolean isTrue = value.type() == IrType.I1 && only.values().get(0).signum() != 0;
        if (value.type() == IrType.I1 && !isTrue) {
            choose((then, other) -> builder.branch(value, other, then, span), only.block(), otherwise);
            return;
        }
        Value equal = isTrue ? value : isEqual(value, type, only.values().get(0), span);
        choose((then, other) -> builder.branch(equal, then, other, span), only.block(), otherwise);
    }

    private Value isEqual(Value value, Type type, BigInteger constant, Span span) {
        Value expected = expressions.scalar(new TypedExpression.Constant(constant, type, span));
        return make.compare(CompareOp.EQ, value, expected, "", span);
    }

    private static String symbol(Type type, long constant) {
        return type instanceof Type.Enumeration e ? e.symbol(new BigInteger(Long.toUnsignedString(constant))) : "";
    }

    private void several(
            Value value, Type type, List<TypedStatement.Case> cases, TypedStatement.Block otherwise, Span span) {
        Map<Long, Draft> targets = new LinkedHashMap<>();
        List<Draft> drafts = new ArrayList<>();
        for (TypedStatement.Case c : cases) {
            Draft draft = builder.newBlock("case");
            drafts.add(draft);
            for (BigInteger constant : c.values()) {
                targets.put(constant.longValue() & value.type().mask(), draft);
            }
        }
        Draft last = builder.newBlock("otherwise");
        Draft after = builder.newBlock("after");
        builder.switchOn(value, targets, constant -> symbol(type, constant), last, span);
        for (int i = 0; i < cases.size(); i++) {
            arm(drafts.get(i), cases.get(i).block(), after);
        }
        arm(last, otherwise, after);
        enter(after);
    }

    private void arm(Draft draft, TypedStatement.Block block, Draft after) {
        enter(draft);
        block.accept(this);
        jump(after, block.span());
    }

    @Override
    public Void loop(TypedStatement.For statement) {
        if (statement.from() == statement.to()) {
            return null;
        }
        Span span = statement.span();
        FunctionBuilder.Local counter =
                new FunctionBuilder.Local(statement.local().name(), IrType.I32);
        builder.write(counter, make.constant(statement.from(), IrType.I32, span));
        Draft head = builder.newBlock("loop");
        Draft body = builder.newBlock("round");
        Draft next = builder.newBlock("next");
        Draft done = builder.newBlock("done");
        builder.jump(head, span);
        builder.moveTo(head);
        Value now = builder.read(counter);
        expressions.bind(statement.local(), now);
        Value end = make.constant(statement.to(), IrType.I32, span);
        builder.branch(make.compare(CompareOp.ULT, now, end, "", span), body, done, span);
        enter(body);
        loops.push(new Loop(next, done));
        statement.body().accept(this);
        loops.pop();
        jump(next, span);
        enter(next);
        if (isAlive()) {
            builder.write(
                    counter,
                    make.binary(
                            BinaryOp.ADD,
                            builder.read(counter),
                            1,
                            statement.local().name(),
                            span));
            builder.jump(head, span);
        }
        builder.seal(head);
        enter(done);
        return null;
    }

    @Override
    public Void breaks(TypedStatement.Break statement) {
        builder.jump(loops.peek().done, statement.span());
        return null;
    }

    @Override
    public Void continues(TypedStatement.Continue statement) {
        builder.jump(loops.peek().next, statement.span());
        return null;
    }

    @Override
    public Void returns(TypedStatement.Return statement) {
        List<Value> values = statement.value().isPresent()
                ? expressions.lower(statement.value().get(), "")
                : List.of();
        builder.returns(values, statement.span());
        return null;
    }

    @Override
    public Void emit(TypedStatement.Emit statement) {
        List<Value> fields = expressions.lower(statement.item(), "");
        make.add(new Instruction.Emit(statement.port().name(), fields, statement.span()));
        return null;
    }

    @Override
    public Void drop(TypedStatement.Drop statement) {
        Value packet = expressions.scalar(statement.packet());
        make.add(new Instruction.PacketDrop(packet, statement.reason(), statement.span()));
        return null;
    }

    @Override
    public Void evaluate(TypedStatement.Evaluate statement) {
        expressions.lower(statement.call(), "");
        return null;
    }
}

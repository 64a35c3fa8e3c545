package dev.toec.types;

import dev.toec.diag.Code;
import dev.toec.diag.Diagnostic;
import dev.toec.source.Span;
import dev.toec.syntax.Ast;
import dev.toec.syntax.BinaryOperator;
import dev.toec.syntax.Expression;
import dev.toec.syntax.Statement;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Gives every statement of one body its meaning, and follows where control can go: {@link #reachable} tells whether the
 * end of the last statement can be reached.
 */
final class StatementChecker implements Statement.Visitor<TypedStatement> {
    private static final long MAX_ROUNDS = 4096;

    private final Globals globals;
    private final Problems problems;
    private final Body body;
    private final ExpressionChecker expressions;
    private final TableStatements tables;
    private final PacketStatements packets;
    private Scope scope;
    private int loops;
    private boolean reachable = true;

    StatementChecker(Globals globals, Problems problems, Body body, Scope scope) {
        this.globals = globals;
        this.problems = problems;
        this.body = body;
        this.scope = scope;
        this.expressions = new ExpressionChecker(globals, problems, scope);
        this.tables = new TableStatements(this, expressions, problems);
        this.packets = new PacketStatements(this, expressions, globals, problems, body);
    }

    /** Whether control can reach the end of what was checked last. */
    boolean reachable() {
        return reachable;
    }

    Scope scope() {
        return scope;
    }

    /** A block with a scope of its own. */
    @Override
    public TypedStatement.Block block(Statement.Block block) {
        return inNewScope(() -> inScope(block));
    }

    /** What {@code check} gives with a scope of its own. */
    TypedStatement.Block inNewScope(Supplier<TypedStatement.Block> check) {
        scope = new Scope(scope);
        expressions.enter(scope);
        TypedStatement.Block checked = check.get();
        scope = scope.outer();
        expressions.enter(scope);
        return checked;
    }

    private TypedStatement.Block inScope(Statement.Block block) {
        List<TypedStatement> checked = new ArrayList<>();
        boolean ends = true;
        boolean told = false;
        for (Statement statement : block.statements()) {
            if (!reachable) {
                if (!told && !(statement instanceof Statement.Broken)) {
                    problems.reportMissing(Diagnostic.of(Code.E0217, statement.span(), "control never comes here")
                            .withNote("the statement before always leaves"));
                }
                told = true;
                ends = false;
                reachable = true;
            }
            TypedStatement typed = statement.accept(this);
            if (typed != null) {
                checked.add(typed);
            }
        }
        reachable &= ends;
        return new TypedStatement.Block(checked, block.span());
    }

    /**
     * A block that must leave: behind one in a handler stands an implied {@code return}, in a function it must end in
     * one. Control then goes on where the block is not done.
     */
    TypedStatement.Block leaving(Statement.Block block) {
        TypedStatement.Block checked = block(block);
        if (reachable && !body.isHandler()) {
            problems.reportMissing(Diagnostic.of(Code.E0226, block.span(), "this must leave the function")
                    .withFix("end it with 'return'"));
        }
        List<TypedStatement> statements = new ArrayList<>(checked.statements());
        if (reachable) {
            statements.add(new TypedStatement.Return(Optional.empty(), block.span()));
        }
        reachable = true;
        return new TypedStatement.Block(statements, block.span());
    }

    /** A block after which control may or may not go on. */
    TypedStatement.Block optional(Statement.Block block) {
        TypedStatement.Block checked = block(block);
        reachable = true;
        return checked;
    }

    /** Declares a local in the innermost block. */
    Symbol.Local declare(Ast.Name name, Type type, boolean mutable) {
        Symbol.Local local = new Symbol.Local(
                name.text(), type, mutable ? Symbol.Local.Origin.VAR : Symbol.Local.Origin.LET, name.span());
        scope.declare(name, local, problems);
        return local;
    }

    @Override
    public TypedStatement let(Statement.Let statement) {
        if (tables.isLookup(statement.value()) && statement.otherwise().isPresent()) {
            return tables.find(statement, declaredType(statement));
        }
        if (statement.otherwise().isPresent()) {
            misplacedElse(statement.otherwise().get());
        }
        TypedExpression value = expressions.check(statement.value());
        Type type = declaredType(statement);
        value = type == null ? conversions().settle(value) : conversions().fit(value, type);
        if (type == null) {
            value = storable(value);
        }
        Symbol.Local local = declare(statement.name(), type == null ? value.type() : type, statement.mutable());
        return new TypedStatement.Declare(local, value, statement.span());
    }

    private Conversions conversions() {
        return globals.conversions();
    }

    private Type declaredType(Statement.Let statement) {
        return statement.type().isEmpty()
                ? null
                : new Layouts(globals, problems).value(statement.type().get(), "a local");
    }

    private TypedExpression storable(TypedExpression value) {
        Type type = value.type();
        if (type == Type.Basic.NOTHING) {
            problems.report(Code.E0203, value.span(), "this call gives no value");
        } else if (type == Type.Basic.PACKET || (type instanceof Type.Struct s && s.work())) {
            problems.report(
                    Diagnostic.of(Code.E0224, value.span(), "a local cannot hold a value of type '" + type + "'")
                            .withNote("a packet has one owner and one name")
                            .withFix("use it where it is"));
        } else {
            return value;
        }
        return new TypedExpression.Broken(value.span());
    }

    void misplacedElse(Statement.Block otherwise) {
        problems.report(Diagnostic.of(Code.E0231, otherwise.span(), "nothing can fail here, so 'else' is never done")
                .withFix("remove it"));
        optional(otherwise);
    }

    @Override
    public TypedStatement view(Statement.View statement) {
        return packets.view(statement);
    }

    @Override
    public TypedStatement branch(Statement.If statement) {
        return branch(statement, 0);
    }

    private TypedStatement branch(Statement.If statement, int index) {
        Statement.Branch branch = statement.branches().get(index);
        Span span = branch.condition().span();
        if (branch.binding().isPresent()) {
            return tables.ifFound(branch, () -> rest(statement, index), span);
        }
        TypedExpression condition = expressions.check(branch.condition(), Type.Basic.BOOL);
        TypedStatement.Block then = block(branch.block());
        boolean thenEnds = reachable;
        reachable = true;
        TypedStatement.Block otherwise = rest(statement, index);
        reachable |= thenEnds;
        return new TypedStatement.If(condition, then, otherwise, span);
    }

    /** What is done where branch {@code index} is not taken. */
    private TypedStatement.Block rest(Statement.If statement, int index) {
        if (index + 1 < statement.branches().size()) {
            return new TypedStatement.Block(List.of(branch(statement, index + 1)), statement.span());
        }
        return statement.otherwise().isPresent()
                ? block(statement.otherwise().get())
                : new TypedStatement.Block(List.of(), statement.span());
    }

    void setReachable(boolean now) {
        reachable = now;
    }

    @Override
    public TypedStatement match(Statement.Match statement) {
        TypedExpression value = conversions().settle(expressions.check(statement.value()));
        Patterns patterns = new Patterns(expressions, problems, value.type(), value.span());
        List<TypedStatement.Case> cases = new ArrayList<>();
        Optional<TypedStatement.Block> otherwise = Optional.empty();
        boolean ends = false;
        for (Statement.Arm arm : statement.arms()) {
            if (otherwise.isPresent()) {
                problems.report(Code.E0231, arm.span(), "nothing can follow the 'else' of a match");
            }
            reachable = true;
            List<BigInteger> values = patterns.check(arm);
            TypedStatement.Block block = block(arm.body());
            ends |= reachable;
            if (arm.isElse()) {
                otherwise = Optional.of(block);
            } else {
                cases.add(new TypedStatement.Case(values, block));
            }
        }
        boolean exhaustive = otherwise.isPresent() || patterns.isExhaustive(statement.span());
        reachable = ends || !exhaustive;
        return new TypedStatement.Match(value, cases, otherwise, statement.span());
    }

    @Override
    public TypedStatement loop(Statement.For statement) {
        long from = bound(statement.from());
        long to = bound(statement.to());
        if (from >= 0 && to >= 0 && (to < from || to - from > MAX_ROUNDS)) {
            problems.report(Diagnostic.of(
                            Code.E0220,
                            statement.from().span().to(statement.to().span()),
                            to < from ? "the loop ends before it begins" : "the loop has " + (to - from) + " rounds")
                    .withNote("a loop has 0 to " + MAX_ROUNDS + " rounds, known at compile time"));
        }
        Symbol.Local local = new Symbol.Local(
                statement.name().text(),
                Type.U32,
                Symbol.Local.Origin.LOOP,
                statement.name().span());
        loops++;
        TypedStatement.Block block = inNewScope(() -> {
            scope.declare(statement.name(), local, problems);
            return block(statement.body());
        });
        loops--;
        reachable = true;
        return new TypedStatement.For(local, Math.max(from, 0), Math.max(to, 0), block, statement.span());
    }

    /** A constant bound, or -1. */
    private long bound(Expression expression) {
        TypedExpression value = expressions.check(expression);
        if (value.type() == Type.Basic.ERROR) {
            return -1;
        }
        if (!(value instanceof TypedExpression.Constant)) {
            problems.report(Diagnostic.of(Code.E0205, value.span(), "a loop bound must be a constant")
                    .withNote("so every handler's running time is known at compile time")
                    .withFix("loop to the largest bound and 'break'"));
            return -1;
        }
        TypedExpression fitted = conversions().fit(value, Type.U32);
        return fitted instanceof TypedExpression.Constant c ? c.value().longValue() : -1;
    }

    @Override
    public TypedStatement returns(Statement.Return statement) {
        reachable = false;
        boolean needed = body.result() != Type.Basic.NOTHING;
        if (statement.value().isEmpty()) {
            if (needed && body.result() != Type.Basic.ERROR) {
                problems.report(Diagnostic.of(
                                Code.E0227,
                                statement.span(),
                                "a value of type '" + body.result() + "' must be returned here")
                        .withFix("write it behind 'return', on the same line"));
            }
            return new TypedStatement.Return(Optional.empty(), statement.span());
        }
        if (!needed) {
            expressions.check(statement.value().get());
            problems.report(Diagnostic.of(
                            Code.E0227,
                            statement.value().get().span(),
                            body.isHandler() ? "a handler returns no value" : "this function returns no value")
                    .withFix(body.isHandler() ? "emit it to an out port" : "declare a result with '-> type'"));
            return null;
        }
        TypedExpression value = expressions.check(statement.value().get(), body.result());
        return new TypedStatement.Return(Optional.of(value), statement.span());
    }

    @Override
    public TypedStatement breaks(Statement.Break statement) {
        inLoop("break", statement.span());
        return new TypedStatement.Break(statement.span());
    }

    @Override
    public TypedStatement continues(Statement.Continue statement) {
        inLoop("continue", statement.span());
        return new TypedStatement.Continue(statement.span());
    }

    private void inLoop(String word, Span span) {
        reachable = false;
        if (loops == 0) {
            problems.report(Code.E0221, span, "'" + word + "' stands outside any loop");
        }
    }

    @Override
    public TypedStatement emit(Statement.Emit statement) {
        return packets.emit(statement);
    }

    @Override
    public TypedStatement drop(Statement.Drop statement) {
        return packets.drop(statement);
    }

    @Override
    public TypedStatement remove(Statement.Remove statement) {
        return tables.remove(statement);
    }

    @Override
    public TypedStatement assign(Statement.Assign statement) {
        if (tables.isLookup(statement.target())) {
            return tables.insert(statement);
        }
        if (statement.otherwise().isPresent()) {
            misplacedElse(statement.otherwise().get());
        }
        return new Assignments(expressions, problems).assign(statement.target(), statement.value(), statement.span());
    }

    @Override
    public TypedStatement add(Statement.Add statement) {
        if (statement.target() instanceof Expression.Use use
                && expressions.find(use.name().text()) instanceof Symbol.Counter counter) {
            TypedExpression amount = expressions.check(statement.value(), Type.U64);
            return new TypedStatement.AddCounter(counter, amount, statement.span());
        }
        Expression sum =
                new Expression.Binary(BinaryOperator.ADD, statement.target(), statement.value(), statement.span());
        return new Assignments(expressions, problems).assign(statement.target(), sum, statement.span());
    }

    @Override
    public TypedStatement evaluate(Statement.Evaluate statement) {
        if (packets.isRemoval(statement.call())) {
            return packets.remove((Expression.Call) statement.call(), statement.otherwise(), statement.span());
        }
        if (statement.otherwise().isPresent()) {
            misplacedElse(statement.otherwise().get());
        }
        TypedExpression value = expressions.check(statement.call());
        if (value.type() != Type.Basic.NOTHING && value.type() != Type.Basic.ERROR) {
            problems.report(Diagnostic.of(Code.E0218, statement.span(), "this value is not used")
                    .withFix("give it a name with 'let', or remove the statement"));
        }
        return new TypedStatement.Evaluate(value, statement.span());
    }

    @Override
    public TypedStatement broken(Statement.Broken statement) {
        return null;
    }
}

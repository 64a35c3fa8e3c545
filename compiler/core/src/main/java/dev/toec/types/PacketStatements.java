package dev.toec.types;

import dev.toec.diag.Code;
import dev.toec.diag.Diagnostic;
import dev.toec.source.Span;
import dev.toec.syntax.Expression;
import dev.toec.syntax.Statement;
import java.util.Optional;

/** Checks statements that look into packets, cut them, and give them away. */
final class PacketStatements {
    /** The longest packet a program sees, in bytes. */
    private static final long MAX_PACKET = 9216;

    private final StatementChecker statements;
    private final ExpressionChecker expressions;
    private final Globals globals;
    private final Problems problems;
    private final Body body;

    PacketStatements(
            StatementChecker statements, ExpressionChecker expressions, Globals globals, Problems problems, Body body) {
        this.statements = statements;
        this.expressions = expressions;
        this.globals = globals;
        this.problems = problems;
        this.body = body;
    }

    /** {@code view name = packet[offset] as header else otherwise}. */
    TypedStatement view(Statement.View statement) {
        TypedExpression packet = expressions.packet(statement.packet());
        TypedExpression offset = expressions.check(statement.offset(), Type.U32);
        Type type = globals.types().find(statement.header());
        TypedStatement.Block otherwise = statements.leaving(statement.otherwise());
        if (type != Type.Basic.ERROR && !(type instanceof Type.Header)) {
            problems.report(Diagnostic.of(Code.E0224, statement.header().span(), type + " is not a header")
                    .withFix("declare its layout with 'header'"));
        }
        boolean broken = packet.type() == Type.Basic.ERROR || offset.type() == Type.Basic.ERROR;
        if (broken || !(type instanceof Type.Header header)) {
            Symbol symbol =
                    new Symbol.Broken(statement.name().text(), statement.name().span());
            statements.scope().declare(statement.name(), symbol, problems);
            return null;
        }
        checkReach(header, offset);
        Symbol.View view = new Symbol.View(
                statement.name().text(),
                header,
                packet,
                offset,
                statement.name().span());
        statements.scope().declare(statement.name(), view, problems);
        return new TypedStatement.MakeView(view, otherwise, statement.span());
    }

    private void checkReach(Type.Header header, TypedExpression offset) {
        if (offset instanceof TypedExpression.Constant c && c.value().longValue() + header.bytes() > MAX_PACKET) {
            problems.report(Diagnostic.of(
                            Code.E0404, offset.span(), "no packet is long enough for '" + header + "' at " + c.value())
                    .withNote("packets have at most " + MAX_PACKET + " bytes"));
        }
    }

    /** Whether {@code expression} is {@code packet.remove(…)}. */
    boolean isRemoval(Expression expression) {
        return expression instanceof Expression.Call call
                && call.target() instanceof Expression.Member member
                && member.name().text().equals("remove");
    }

    /** {@code packet.remove(offset, count) else otherwise}. */
    TypedStatement remove(Expression.Call call, Optional<Statement.Block> otherwise, Span span) {
        TypedExpression packet = expressions.packet(((Expression.Member) call.target()).target());
        Optional<TypedStatement.Block> leaving = otherwise.map(statements::leaving);
        if (!expressions.hasArguments(call, 2, "'remove'", Span.NONE)) {
            return null;
        }
        TypedExpression offset = expressions.check(call.arguments().get(0), Type.U32);
        TypedExpression count = expressions.check(call.arguments().get(1), Type.U32);
        return new TypedStatement.RemoveBytes(packet, offset, count, leaving, span);
    }

    /** {@code emit port(item)}. */
    TypedStatement emit(Statement.Emit statement) {
        if (!body.isHandler()) {
            expressions.check(statement.item());
            return notHere("emit", statement.span());
        }
        Symbol.Port port = body.outputs().get(statement.port().text());
        if (port == null) {
            expressions.check(statement.item());
            problems.unknown(
                    Code.E0201, "out port", statement.port(), body.outputs().keySet());
            return null;
        }
        TypedExpression item = expressions.check(statement.item(), port.work());
        return new TypedStatement.Emit(port, item, statement.span());
    }

    /** {@code drop(packet, reason)}. */
    TypedStatement drop(Statement.Drop statement) {
        TypedExpression packet = expressions.packet(statement.packet());
        if (!globals.reasons().containsKey(statement.reason().text())) {
            problems.unknown(
                    Code.E0201,
                    "drop reason",
                    statement.reason(),
                    globals.reasons().keySet());
        }
        return body.isHandler()
                ? new TypedStatement.Drop(packet, statement.reason().text(), statement.span())
                : notHere("drop", statement.span());
    }

    private TypedStatement notHere(String word, Span span) {
        problems.report(Diagnostic.of(Code.E0228, span, "a function cannot " + word)
                .withNote("a function borrows its packets; the handler that owns them gives them away")
                .withFix("return a value and let the handler decide"));
        return null;
    }
}

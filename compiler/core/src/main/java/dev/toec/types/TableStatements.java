package dev.toec.types;

import dev.toec.diag.Code;
import dev.toec.diag.Diagnostic;
import dev.toec.source.Span;
import dev.toec.syntax.Ast;
import dev.toec.syntax.Expression;
import dev.toec.syntax.Statement;
import java.util.function.Supplier;

/** Checks statements that look up, write and remove table entries. */
final class TableStatements {
    private final StatementChecker statements;
    private final ExpressionChecker expressions;
    private final Problems problems;

    TableStatements(StatementChecker statements, ExpressionChecker expressions, Problems problems) {
        this.statements = statements;
        this.expressions = expressions;
        this.problems = problems;
    }

    /** Whether {@code expression} is {@code table[key]}. */
    boolean isLookup(Expression expression) {
        return table(expression) != null;
    }

    private Symbol.Table table(Expression expression) {
        return expression instanceof Expression.Index index
                        && index.target() instanceof Expression.Use use
                        && expressions.find(use.name().text()) instanceof Symbol.Table table
                ? table
                : null;
    }

    private TypedExpression key(Symbol.Table table, Expression lookup) {
        return expressions.check(((Expression.Index) lookup).index(), table.key());
    }

    /** The type of a value that was read from {@code table}. */
    private static Type valueType(Symbol.Table table) {
        return table.value() instanceof Type.Int range ? range.ordinary() : table.value();
    }

    /** {@code let name = table[key] else otherwise}. */
    TypedStatement find(Statement.Let statement, Type declared) {
        Symbol.Table table = table(statement.value());
        TypedExpression key = key(table, statement.value());
        TypedStatement.Block otherwise =
                statements.leaving(statement.otherwise().get());
        Type type = valueType(table);
        if (declared != null && !declared.equals(type) && declared != Type.Basic.ERROR && type != Type.Basic.ERROR) {
            problems.report(Code.E0203, statement.type().get().span(), "the table holds " + type + ", not " + declared);
        }
        Symbol.Local local = statements.declare(statement.name(), type, statement.mutable());
        return new TypedStatement.Find(local, table, key, otherwise, statement.span());
    }

    /** {@code if let name = table[key] { … } else { … }}. */
    TypedStatement ifFound(Statement.Branch branch, Supplier<TypedStatement.Block> rest, Span span) {
        Symbol.Table table = table(branch.condition());
        if (table == null) {
            notLookup(branch);
        }
        TypedExpression key = table == null ? null : key(table, branch.condition());
        Type type = table == null ? Type.Basic.ERROR : valueType(table);
        Ast.Name name = branch.binding().get();
        Symbol.Local local = new Symbol.Local(name.text(), type, Symbol.Local.Origin.LET, name.span());
        TypedStatement.Block then = statements.inNewScope(() -> {
            statements.scope().declare(name, local, problems);
            return statements.block(branch.block());
        });
        boolean thenEnds = statements.reachable();
        statements.setReachable(true);
        TypedStatement.Block otherwise = rest.get();
        statements.setReachable(statements.reachable() || thenEnds);
        return table == null ? otherwise : new TypedStatement.IfFound(local, table, key, then, otherwise, span);
    }

    private void notLookup(Statement.Branch branch) {
        TypedExpression value = expressions.check(branch.condition());
        if (value.type() != Type.Basic.ERROR) {
            problems.report(Diagnostic.of(Code.E0203, value.span(), "'if let' needs a look-up")
                    .withFix("write 'if let name = table[key] { … }'"));
        }
    }

    /** {@code table[key] = value else full}. */
    TypedStatement insert(Statement.Assign statement) {
        Symbol.Table table = table(statement.target());
        TypedExpression key = key(table, statement.target());
        TypedExpression value = expressions.check(statement.value(), table.value());
        if (statement.otherwise().isEmpty()) {
            problems.report(
                    Diagnostic.of(Code.E0231, statement.span(), "this may find table '" + table.name() + "' full")
                            .withRelated(table.span(), "holds at most " + table.capacity() + " entries")
                            .withFix("say what then happens: 'else { … }'"));
            return null;
        }
        TypedStatement.Block full = statements.optional(statement.otherwise().get());
        return new TypedStatement.Insert(table, key, value, full, statement.span());
    }

    /** {@code remove table[key]}. */
    TypedStatement remove(Statement.Remove statement) {
        Symbol.Table table = table(statement.entry());
        if (table == null) {
            TypedExpression entry = expressions.check(statement.entry());
            if (entry.type() != Type.Basic.ERROR) {
                problems.report(Diagnostic.of(Code.E0203, statement.entry().span(), "only table entries can be removed")
                        .withFix("write 'remove table[key]'"));
            }
            return null;
        }
        return new TypedStatement.RemoveEntry(table, key(table, statement.entry()), statement.span());
    }
}

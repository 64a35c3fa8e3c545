package dev.toec.types;

import dev.toec.diag.Code;
import dev.toec.diag.Diagnostic;
import dev.toec.source.Span;
import dev.toec.syntax.Expression;

/** Checks {@code target = value} for everything but table entries. */
final class Assignments {
    private final ExpressionChecker expressions;
    private final Problems problems;

    Assignments(ExpressionChecker expressions, Problems problems) {
        this.expressions = expressions;
        this.problems = problems;
    }

    TypedStatement assign(Expression target, Expression value, Span span) {
        if (target instanceof Expression.Use use) {
            Symbol symbol = expressions.resolve(use.name());
            if (symbol instanceof Symbol.Local local && (local.mutable() || local.type() == Type.Basic.ERROR)) {
                return new TypedStatement.Assign(local, 0, expressions.check(value, local.type()), span);
            }
            if (symbol instanceof Symbol.Variable variable) {
                return new TypedStatement.StoreVariable(variable, expressions.check(value, variable.type()), span);
            }
            expressions.check(value);
            return symbol == null || symbol instanceof Symbol.Broken ? null : refuse(symbol, target.span());
        }
        if (target instanceof Expression.Member member) {
            return member(member, value, span);
        }
        TypedExpression checked = expressions.check(target);
        expressions.check(value);
        return checked.type() == Type.Basic.ERROR ? null : refuse(target.span());
    }

    private TypedStatement member(Expression.Member target, Expression value, Span span) {
        TypedExpression checked = expressions.check(target);
        if (checked instanceof TypedExpression.ViewField field) {
            TypedExpression fitted = expressions.check(value, field.member().type());
            return new TypedStatement.StoreField(field.view(), field.member(), fitted, span);
        }
        if (checked instanceof TypedExpression.FieldOf field) {
            return part(field, value, span);
        }
        expressions.check(value);
        return checked.type() == Type.Basic.ERROR ? null : refuse(target.span());
    }

    private TypedStatement part(TypedExpression.FieldOf field, Expression value, Span span) {
        int first = 0;
        TypedExpression at = field;
        while (at instanceof TypedExpression.FieldOf f) {
            first += Shapes.first((Type.Struct) f.struct().type(), f.member());
            at = f.struct();
        }
        TypedExpression fitted = expressions.check(value, field.member().type());
        if (!(at instanceof TypedExpression.Read read)) {
            return refuse(field.span());
        }
        return read.local().mutable()
                ? new TypedStatement.Assign(read.local(), first, fitted, span)
                : refuse(read.local(), field.span());
    }

    private TypedStatement refuse(Symbol symbol, Span span) {
        Diagnostic problem = Diagnostic.of(
                        Code.E0208, span, "'" + symbol.name() + "' is " + symbol.kind() + " and cannot be changed")
                .withRelated(symbol.span(), "declared here");
        problems.report(advise(problem, symbol));
        return null;
    }

    private static Diagnostic advise(Diagnostic problem, Symbol symbol) {
        if (symbol instanceof Symbol.Local local && local.origin() == Symbol.Local.Origin.LET) {
            return problem.withFix("declare it with 'var'");
        }
        if (symbol instanceof Symbol.Counter) {
            return problem.withFix("add to it with '" + symbol.name() + " += amount'");
        }
        return symbol instanceof Symbol.Table
                ? problem.withFix("write an entry with '" + symbol.name() + "[key] = value else …'")
                : problem;
    }

    private TypedStatement refuse(Span span) {
        problems.report(Diagnostic.of(Code.E0208, span, "this cannot be assigned to")
                .withNote("variables, fields of views and table entries can"));
        return null;
    }
}

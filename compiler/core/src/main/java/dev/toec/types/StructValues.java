package dev.toec.types;

import dev.toec.diag.Code;
import dev.toec.diag.Diagnostic;
import dev.toec.syntax.Expression;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Checks {@code Type { field: value, … }}: every field once. */
final class StructValues {
    private final ExpressionChecker expressions;
    private final Problems problems;

    StructValues(ExpressionChecker expressions, Problems problems) {
        this.expressions = expressions;
        this.problems = problems;
    }

    TypedExpression check(Type.Struct struct, Expression.StructValue expression) {
        Map<String, TypedExpression> values = new HashMap<>();
        boolean broken = false;
        for (Expression.FieldValue field : expression.fields()) {
            TypedExpression value =
                    value(struct, field, values.containsKey(field.name().text()));
            broken |= value.type() == Type.Basic.ERROR;
            values.putIfAbsent(field.name().text(), value);
        }
        List<TypedExpression> ordered = new ArrayList<>();
        List<String> missing = new ArrayList<>();
        for (Type.Struct.Member member : struct.members()) {
            TypedExpression value = values.get(member.name());
            if (value == null) {
                missing.add("'" + member.name() + "'");
            } else {
                ordered.add(value);
            }
        }
        if (!missing.isEmpty()) {
            problems.reportMissing(
                    Diagnostic.of(Code.E0223, expression.span(), struct + " also needs " + String.join(", ", missing))
                            .withNote("a struct value names all fields"));
        }
        return broken || !missing.isEmpty()
                ? new TypedExpression.Broken(expression.span())
                : new TypedExpression.StructValue(struct, ordered, expression.span());
    }

    private TypedExpression value(Type.Struct struct, Expression.FieldValue field, boolean again) {
        Type.Struct.Member member = struct.member(field.name().text());
        if (member == null) {
            expressions.check(field.value());
            problems.unknown(Code.E0206, "field of " + struct, field.name(), ExpressionChecker.names(struct));
            return new TypedExpression.Broken(field.value().span());
        }
        if (again) {
            problems.report(Code.E0223, field.name().span(), "'" + field.name() + "' is given twice");
        }
        return expressions.check(field.value(), member.type());
    }
}

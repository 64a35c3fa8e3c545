package dev.toec.types;

import dev.toec.diag.Code;
import dev.toec.diag.Diagnostic;
import dev.toec.source.Span;
import dev.toec.syntax.Ast;
import dev.toec.syntax.Expression;
import dev.toec.syntax.Statement;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The patterns of one match: constants of the matched type, each once, together all values. */
final class Patterns {
    private final ExpressionChecker expressions;
    private final Problems problems;
    private final Type type;
    private final Map<BigInteger, Span> seen = new HashMap<>();
    private boolean broken;

    Patterns(ExpressionChecker expressions, Problems problems, Type type, Span value) {
        this.expressions = expressions;
        this.problems = problems;
        this.broken = type == Type.Basic.ERROR;
        this.type = Conversions.representation(type) == null ? Type.Basic.ERROR : type;
        if (this.type == Type.Basic.ERROR && !broken) {
            problems.report(Diagnostic.of(Code.E0203, value, "a value of type '" + type + "' cannot be matched")
                    .withNote("a match chooses by a scalar"));
            broken = true;
        }
    }

    /** The values of {@code arm}'s patterns. */
    List<BigInteger> check(Statement.Arm arm) {
        List<BigInteger> values = new ArrayList<>();
        for (Expression pattern : arm.patterns()) {
            TypedExpression checked = pattern(pattern);
            if (checked instanceof TypedExpression.Constant constant) {
                once(constant);
                values.add(constant.value());
            } else {
                notConstant(checked);
            }
        }
        return values;
    }

    private void notConstant(TypedExpression pattern) {
        broken = true;
        if (pattern.type() != Type.Basic.ERROR) {
            problems.report(Code.E0205, pattern.span(), "a pattern must be a constant");
        }
    }

    private TypedExpression pattern(Expression pattern) {
        if (!(type instanceof Type.Enumeration e) || !(pattern instanceof Expression.Use use)) {
            return expressions.check(pattern, type);
        }
        Ast.Name name = use.name();
        boolean member = e.members().containsKey(name.text()) || expressions.find(name.text()) == null;
        return member ? expressions.enumMember(e, name, name.span()) : expressions.check(pattern, type);
    }

    private void once(TypedExpression.Constant constant) {
        Span first = seen.putIfAbsent(constant.value(), constant.span());
        if (first != null) {
            problems.report(Diagnostic.of(Code.E0215, constant.span(), "this value is matched already")
                    .withRelated(first, "matched here first"));
            broken = true;
        }
    }

    /** Whether no value is left over; reports E0214 where one is. */
    boolean isExhaustive(Span match) {
        if (broken) {
            return true;
        }
        BigInteger all = type instanceof Type.Enumeration e && e.closed()
                ? BigInteger.valueOf(e.members().size())
                : BigInteger.ONE.shiftLeft(Conversions.representation(type).bits());
        if (all.equals(BigInteger.valueOf(seen.size()))) {
            return true;
        }
        problems.reportMissing(missing(Diagnostic.of(
                Code.E0214, new Span(match.file(), match.start(), match.start() + 5), "this match leaves values out")));
        return false;
    }

    private Diagnostic missing(Diagnostic problem) {
        if (!(type instanceof Type.Enumeration e) || !e.closed()) {
            Diagnostic told = type instanceof Type.Enumeration
                    ? problem.withNote("an enum is open: a packet may hold any value of its base type")
                    : problem;
            return told.withFix("add an 'else' arm");
        }
        List<String> names = new ArrayList<>();
        e.members().forEach((name, value) -> {
            if (!seen.containsKey(value)) {
                names.add("'" + name + "'");
            }
        });
        return problem.withNote("not matched: " + String.join(", ", names))
                .withFix("add arms for them, or an 'else' arm");
    }
}

package dev.toec.syntax;

import dev.toec.diag.Code;
import dev.toec.diag.Diagnostic;
import dev.toec.diag.Diagnostics;
import dev.toec.source.Span;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.TerminalNode;

/**
 * Builds expressions. Operators of one expression stand in the parse tree as a flat list; they are sorted by precedence
 * with two stacks (Dijkstra's shunting yard). Every operator costs one level of {@link #MAX_DEPTH}, so that whoever walks
 * the tree may do so by recursion.
 */
final class ExpressionBuilder {
    /** How deep an expression may be. */
    static final int MAX_DEPTH = 400;

    private final Places places;
    private final Literals literals;
    private final Diagnostics diagnostics;

    ExpressionBuilder(Places places, Diagnostics diagnostics) {
        this.places = places;
        this.literals = new Literals(diagnostics);
        this.diagnostics = diagnostics;
    }

    Expression build(ToeParser.ExpressionContext tree, Token near) {
        return tree == null ? new Expression.Broken(places.span(near)) : build(tree, 0);
    }

    Expression build(ToeParser.ExpressionContext tree, int depth) {
        int operators = tree.binaryOperator().size();
        if (!Places.isWhole(tree)
                || tree.unary().size() != operators + 1
                || isTooDeep(tree.getStart(), depth + operators)) {
            return new Expression.Broken(places.span(tree));
        }
        if (operators == 0) {
            return unary(tree.unary(0), depth);
        }
        Deque<Expression> operands = new ArrayDeque<>();
        Deque<Operator> pending = new ArrayDeque<>();
        operands.push(unary(tree.unary(0), depth + operators));
        for (int i = 0; i < operators; i++) {
            Operator next = operator(tree.binaryOperator(i));
            while (!pending.isEmpty() && pending.peek().binds(next)) {
                reduce(operands, pending.pop());
            }
            pending.push(next);
            operands.push(unary(tree.unary(i + 1), depth + operators));
        }
        while (!pending.isEmpty()) {
            reduce(operands, pending.pop());
        }
        return operands.pop();
    }

    private record Operator(BinaryOperator what, Span span) {
        boolean binds(Operator next) {
            return what.precedence() >= next.what.precedence();
        }
    }

    private Operator operator(ToeParser.BinaryOperatorContext tree) {
        return new Operator(binary(tree.getStart().getType()), places.span(tree));
    }

    private void reduce(Deque<Expression> operands, Operator operator) {
        Expression right = operands.pop();
        Expression left = operands.pop();
        Span span = left.span().to(right.span());
        boolean chained = operator.what.isComparison()
                && left instanceof Expression.Binary b
                && b.operator().isComparison()
                && !isParenthesised(b);
        if (chained) {
            chained(operator);
        }
        operands.push(chained ? new Expression.Broken(span) : new Expression.Binary(operator.what, left, right, span));
    }

    /** A parenthesised expression's span includes its parentheses, so it begins before its left operand. */
    private static boolean isParenthesised(Expression.Binary binary) {
        return binary.span().start() < binary.left().span().start();
    }

    private void chained(Operator operator) {
        diagnostics.report(Diagnostic.of(Code.E0108, operator.span, "comparisons do not chain")
                .withNote("'a < b < c' would compare a truth value with c")
                .withFix("join two comparisons with '&&'"));
    }

    private boolean isTooDeep(Token at, int depth) {
        if (depth <= MAX_DEPTH) {
            return false;
        }
        diagnostics.report(Diagnostic.of(Code.E0102, places.span(at), "this expression has too many operators")
                .withNote("an expression may be " + MAX_DEPTH + " operators deep")
                .withFix("give a part of it a name with 'let'"));
        return true;
    }

    private Expression unary(ToeParser.UnaryContext tree, int depth) {
        int operators = tree.getChildCount();
        if (!Places.isWhole(tree) || tree.postfix() == null || isTooDeep(tree.getStart(), depth + operators)) {
            return new Expression.Broken(places.span(tree));
        }
        Expression built = postfix(tree.postfix(), depth + operators);
        for (int i = operators - 1; i >= 0; i--) {
            if (tree.getChild(i) instanceof TerminalNode prefix
                    && prefix.getSymbol().getType() != ToeParser.AS) {
                Span span = places.span(prefix.getSymbol()).to(built.span());
                built = new Expression.Unary(prefix(prefix.getSymbol().getType()), built, span);
            }
        }
        for (ToeParser.TypeContext type : tree.type()) {
            if (!Places.isDeeplyWhole(type)) {
                return new Expression.Broken(places.span(tree));
            }
            Ast.Name name = places.name(type);
            built = new Expression.Cast(built, name, built.span().to(name.span()));
        }
        return built;
    }

    Expression postfix(ToeParser.PostfixContext tree, int depth) {
        int suffixes = tree.suffix().size();
        if (!Places.isWhole(tree) || tree.primary() == null || isTooDeep(tree.getStart(), depth + suffixes)) {
            return new Expression.Broken(places.span(tree));
        }
        return suffixes(primary(tree.primary(), depth + suffixes), tree.suffix(), depth);
    }

    Expression suffixes(Expression target, List<ToeParser.SuffixContext> suffixes, int depth) {
        Expression built = target;
        for (ToeParser.SuffixContext suffix : suffixes) {
            Span span = built.span().to(places.span(suffix));
            if (!Places.isWhole(suffix)) {
                return new Expression.Broken(span);
            }
            built = suffix(built, suffix, span, depth + suffixes.size());
        }
        return built;
    }

    private Expression suffix(Expression target, ToeParser.SuffixContext suffix, Span span, int depth) {
        if (suffix.word() != null) {
            return Places.isDeeplyWhole(suffix.word())
                    ? new Expression.Member(target, places.name(suffix.word()), span)
                    : new Expression.Broken(span);
        }
        List<Expression> inner = new ArrayList<>();
        for (ToeParser.ExpressionContext part : suffix.expression()) {
            inner.add(build(part, depth));
        }
        if (suffix.OPEN_BRACKET() == null) {
            return new Expression.Call(target, inner, span);
        }
        return inner.isEmpty() ? new Expression.Broken(span) : new Expression.Index(target, inner.get(0), span);
    }

    private Expression primary(ToeParser.PrimaryContext tree, int depth) {
        Span span = places.span(tree);
        if (!Places.isWhole(tree)) {
            return new Expression.Broken(span);
        }
        return switch (tree.getStart().getType()) {
            case ToeParser.NUMBER, ToeParser.IP4, ToeParser.MAC, ToeParser.TRUE, ToeParser.FALSE ->
                literal(tree.getStart(), span);
            case ToeParser.OPEN -> parenthesised(tree, span, depth + 1);
            default -> named(tree, span, depth + 1);
        };
    }

    private Expression literal(Token token, Span span) {
        return switch (token.getType()) {
            case ToeParser.NUMBER -> literals.number(token.getText(), span);
            case ToeParser.IP4 -> literals.ip4(token.getText(), span);
            case ToeParser.MAC -> literals.mac(token.getText(), span);
            default -> new Expression.Bool(token.getType() == ToeParser.TRUE, span);
        };
    }

    /** A pattern: a literal, a name, or {@code Enum.member}. */
    Expression pattern(ToeParser.PatternContext tree) {
        Span span = places.span(tree);
        if (!Places.isDeeplyWhole(tree)) {
            return new Expression.Broken(span);
        }
        if (tree.name() == null && tree.reserved() == null) {
            return literal(tree.getStart(), span);
        }
        Ast.Name name = places.name(tree.name() == null ? tree.reserved() : tree.name());
        Expression use = new Expression.Use(name, name.span());
        return tree.word() == null ? use : new Expression.Member(use, places.name(tree.word()), span);
    }

    private Expression parenthesised(ToeParser.PrimaryContext tree, Span span, int depth) {
        if (tree.expression() == null) {
            return new Expression.Broken(span);
        }
        Expression inner = build(tree.expression(), depth);
        return inner instanceof Expression.Binary b
                ? new Expression.Binary(b.operator(), b.left(), b.right(), span)
                : inner;
    }

    private Expression named(ToeParser.PrimaryContext tree, Span span, int depth) {
        if (tree.name() == null || !Places.isDeeplyWhole(tree.name())) {
            return new Expression.Broken(span);
        }
        Ast.Name name = places.name(tree.name());
        return tree.structBody() == null
                ? new Expression.Use(name, span)
                : structValue(name, tree.structBody(), span, depth);
    }

    private Expression structValue(Ast.Name type, ToeParser.StructBodyContext tree, Span span, int depth) {
        List<Expression.FieldValue> fields = new ArrayList<>();
        for (ToeParser.FieldValueContext field : tree.fieldValue()) {
            if (!Places.isWhole(field) || field.name() == null || !Places.isDeeplyWhole(field.name())) {
                return new Expression.Broken(span);
            }
            Ast.Name name = places.name(field.name());
            Expression value = field.expression() == null
                    ? new Expression.Use(name, name.span())
                    : build(field.expression(), depth);
            fields.add(new Expression.FieldValue(name, value));
        }
        return Places.isWhole(tree) ? new Expression.StructValue(type, fields, span) : new Expression.Broken(span);
    }

    private static UnaryOperator prefix(int token) {
        return switch (token) {
            case ToeParser.NOT -> UnaryOperator.NOT;
            case ToeParser.MINUS -> UnaryOperator.NEGATE;
            default -> UnaryOperator.COMPLEMENT;
        };
    }

    private static BinaryOperator binary(int token) {
        return switch (token) {
            case ToeParser.OR_ELSE -> BinaryOperator.OR;
            case ToeParser.AND_THEN -> BinaryOperator.AND;
            case ToeParser.EQUAL -> BinaryOperator.EQUAL;
            case ToeParser.NOT_EQUAL -> BinaryOperator.NOT_EQUAL;
            case ToeParser.LESS -> BinaryOperator.LESS;
            case ToeParser.AT_MOST -> BinaryOperator.AT_MOST;
            case ToeParser.GREATER -> BinaryOperator.GREATER;
            case ToeParser.AT_LEAST -> BinaryOperator.AT_LEAST;
            case ToeParser.BIT_OR -> BinaryOperator.BIT_OR;
            case ToeParser.BIT_XOR -> BinaryOperator.BIT_XOR;
            case ToeParser.BIT_AND -> BinaryOperator.BIT_AND;
            case ToeParser.SHIFT_LEFT -> BinaryOperator.SHIFT_LEFT;
            case ToeParser.SHIFT_RIGHT -> BinaryOperator.SHIFT_RIGHT;
            case ToeParser.PLUS -> BinaryOperator.ADD;
            case ToeParser.MINUS -> BinaryOperator.SUBTRACT;
            case ToeParser.TIMES -> BinaryOperator.MULTIPLY;
            case ToeParser.DIVIDE -> BinaryOperator.DIVIDE;
            default -> BinaryOperator.REMAINDER;
        };
    }
}

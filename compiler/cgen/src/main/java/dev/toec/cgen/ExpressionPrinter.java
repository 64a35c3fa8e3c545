package dev.toec.cgen;

import java.util.List;

/** Writes expressions with the parentheses the grammar and gcc's -Wparentheses ask for, and no others. */
final class ExpressionPrinter implements CExpr.Visitor<String> {
    private static final int CONDITIONAL = 0;
    private static final int CAST = 11;
    private static final int POSTFIX = 12;

    private final int depth;

    private ExpressionPrinter(int depth) {
        this.depth = depth;
    }

    /** {@code expression} with marks of {@link LineBreaks}. */
    static String print(CExpr expression) {
        return expression.accept(new ExpressionPrinter(0));
    }

    @Override
    public String name(CExpr.Name e) {
        return e.name();
    }

    @Override
    public String literal(CExpr.Literal e) {
        return e.text();
    }

    @Override
    public String prefix(CExpr.Prefix e) {
        String operand = atLeast(CAST, e.operand());
        boolean joins = operand.charAt(0) == e.operator() && e.operator() != '!' && e.operator() != '*';
        return e.operator() + (joins ? "(" + operand + ")" : operand);
    }

    @Override
    public String binary(CExpr.Binary e) {
        String left = operand(e.operator(), e.left(), false);
        String right = operand(e.operator(), e.right(), true);
        return left + LineBreaks.mark(depth + 1) + e.operator().text() + " " + right;
    }

    private String operand(COperator outer, CExpr operand, boolean right) {
        if (operand instanceof CExpr.Binary inner) {
            return outer.parenthesises(inner.operator(), right)
                    ? parenthesised(operand)
                    : inner.accept(inner.operator() == outer ? this : deeper());
        }
        return operand instanceof CExpr.Conditional ? parenthesised(operand) : operand.accept(deeper());
    }

    @Override
    public String conditional(CExpr.Conditional e) {
        String condition = e.condition() instanceof CExpr.Conditional
                ? parenthesised(e.condition())
                : e.condition().accept(deeper());
        char mark = LineBreaks.mark(depth + 1);
        return condition + mark + "? " + e.whenTrue().accept(deeper()) + mark + ": "
                + e.whenFalse().accept(deeper());
    }

    @Override
    public String cast(CExpr.Cast e) {
        return "(" + e.type().declare("") + ")" + atLeast(CAST, e.operand());
    }

    @Override
    public String call(CExpr.Call e) {
        return e.function() + "(" + list(e.arguments()) + ")";
    }

    private String list(List<CExpr> expressions) {
        StringBuilder out = new StringBuilder();
        for (CExpr expression : expressions) {
            if (out.length() > 0) {
                out.append(',').append(LineBreaks.mark(depth + 1));
            }
            out.append(expression.accept(deeper()));
        }
        return out.toString();
    }

    @Override
    public String member(CExpr.Member e) {
        return atLeast(POSTFIX, e.object()) + (e.pointer() ? "->" : ".") + e.field();
    }

    @Override
    public String index(CExpr.Index e) {
        return atLeast(POSTFIX, e.array()) + "[" + e.index().accept(deeper()) + "]";
    }

    private String atLeast(int precedence, CExpr operand) {
        return precedence(operand) < precedence ? parenthesised(operand) : operand.accept(this);
    }

    private String parenthesised(CExpr expression) {
        return "(" + expression.accept(deeper()) + ")";
    }

    private ExpressionPrinter deeper() {
        return new ExpressionPrinter(depth + 1);
    }

    private static int precedence(CExpr expression) {
        if (expression instanceof CExpr.Binary binary) {
            return binary.operator().precedence();
        }
        if (expression instanceof CExpr.Conditional) {
            return CONDITIONAL;
        }
        boolean unary = expression instanceof CExpr.Cast || expression instanceof CExpr.Prefix;
        return unary ? CAST : POSTFIX;
    }
}

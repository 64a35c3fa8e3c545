package dev.toec.cgen;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Parentheses stand where C or gcc's -Wparentheses wants them, and nowhere else. */
class ExpressionPrinterTest {
    private static final CExpr A = CExpr.name("a");
    private static final CExpr B = CExpr.name("b");
    private static final CExpr C = CExpr.name("c");

    private static CExpr of(COperator operator, CExpr left, CExpr right) {
        return CExpr.binary(operator, left, right);
    }

    private static void prints(CExpr expression, String text) {
        assertThat(CPrinter.print(expression)).isEqualTo(text);
    }

    @Test
    void arithmeticBindsAsEverybodyKnows() {
        prints(of(COperator.ADD, A, of(COperator.MUL, B, C)), "a + b * c");
        prints(of(COperator.MUL, of(COperator.ADD, A, B), C), "(a + b) * c");
        prints(of(COperator.SUB, A, of(COperator.SUB, B, C)), "a - (b - c)");
        prints(of(COperator.SUB, of(COperator.SUB, A, B), C), "a - b - c");
        prints(of(COperator.LT, of(COperator.ADD, A, B), C), "a + b < c");
    }

    @Test
    void bitwiseOperatorsAreSetOff() {
        prints(of(COperator.OR, of(COperator.SHL, A, B), C), "(a << b) | c");
        prints(of(COperator.SHL, of(COperator.ADD, A, B), C), "(a + b) << c");
        prints(of(COperator.EQ, of(COperator.AND, A, B), C), "(a & b) == c");
        prints(of(COperator.OR, of(COperator.OR, A, B), C), "a | b | c");
    }

    @Test
    void conditionsMixOnlyWithParentheses() {
        CExpr both = of(COperator.LOGICAL_AND, A, B);
        prints(of(COperator.LOGICAL_OR, both, C), "(a && b) || c");
        prints(of(COperator.EQ, of(COperator.LT, A, B), C), "(a < b) == c");
        prints(of(COperator.LOGICAL_AND, of(COperator.EQ, A, B), C), "a == b && c");
    }

    @Test
    void prefixesDoNotRunTogether() {
        prints(new CExpr.Prefix('-', new CExpr.Prefix('-', A)), "-(-a)");
        prints(new CExpr.Prefix('~', of(COperator.ADD, A, B)), "~(a + b)");
        prints(new CExpr.Cast(CType.UINT8, of(COperator.ADD, A, B)), "(uint8_t)(a + b)");
        prints(new CExpr.Prefix('*', A).dot("x"), "(*a).x");
    }

    @Test
    void negationGoesInward() {
        prints(of(COperator.LT, A, B).negated(), "a >= b");
        prints(of(COperator.LOGICAL_OR, A, of(COperator.EQ, B, C)).negated(), "!a && b != c");
        prints(A.negated().negated(), "a");
    }
}

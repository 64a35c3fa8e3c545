package dev.toec.cgen;

/** Negates conditions: comparisons turn around, a double negation goes, {@code &&} and {@code ||} follow De Morgan. */
final class Negation {
    private Negation() {}

    static CExpr of(CExpr condition) {
        if (condition instanceof CExpr.Prefix prefix && prefix.operator() == '!') {
            return prefix.operand();
        }
        if (condition instanceof CExpr.Binary binary) {
            return of(binary);
        }
        return new CExpr.Prefix('!', condition);
    }

    private static CExpr of(CExpr.Binary binary) {
        if (binary.operator().isComparison()) {
            return CExpr.binary(binary.operator().negated(), binary.left(), binary.right());
        }
        return switch (binary.operator()) {
            case LOGICAL_AND -> CExpr.binary(COperator.LOGICAL_OR, of(binary.left()), of(binary.right()));
            case LOGICAL_OR -> CExpr.binary(COperator.LOGICAL_AND, of(binary.left()), of(binary.right()));
            default -> new CExpr.Prefix('!', binary);
        };
    }
}

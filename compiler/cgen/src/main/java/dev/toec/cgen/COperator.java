package dev.toec.cgen;

/** The binary operators of C that generated code uses, with their precedence: a greater number binds tighter. */
public enum COperator {
    MUL("*", 10),
    DIV("/", 10),
    REM("%", 10),
    ADD("+", 9),
    SUB("-", 9),
    SHL("<<", 8),
    SHR(">>", 8),
    LT("<", 7),
    LE("<=", 7),
    GT(">", 7),
    GE(">=", 7),
    EQ("==", 6),
    NE("!=", 6),
    AND("&", 5),
    XOR("^", 4),
    OR("|", 3),
    LOGICAL_AND("&&", 2),
    LOGICAL_OR("||", 1);

    private final String text;
    private final int precedence;

    COperator(String text, int precedence) {
        this.text = text;
        this.precedence = precedence;
    }

    /** As it is written. */
    public String text() {
        return text;
    }

    int precedence() {
        return precedence;
    }

    boolean isComparison() {
        return precedence == LT.precedence || precedence == EQ.precedence;
    }

    boolean isLogical() {
        return this == LOGICAL_AND || this == LOGICAL_OR;
    }

    /** Whether {@code (a op b) op c} equals {@code a op (b op c)} on unsigned numbers. */
    boolean isAssociative() {
        return switch (this) {
            case MUL, ADD, AND, XOR, OR, LOGICAL_AND, LOGICAL_OR -> true;
            case DIV, REM, SUB, SHL, SHR, LT, LE, GT, GE, EQ, NE -> false;
        };
    }

    /** The comparison that holds exactly where this one does not; only of a comparison. */
    COperator negated() {
        return switch (this) {
            case LT -> GE;
            case LE -> GT;
            case GT -> LE;
            case GE -> LT;
            case EQ -> NE;
            case NE -> EQ;
            case MUL, DIV, REM, ADD, SUB, SHL, SHR, AND, XOR, OR, LOGICAL_AND, LOGICAL_OR ->
                throw new IllegalStateException(this + " is no comparison");
        };
    }

    /**
     * Whether an operand {@code inner} of this operator stands in parentheses: where the grammar needs them, and where
     * gcc's -Wparentheses and people's memory do.
     */
    boolean parenthesises(COperator inner, boolean right) {
        if (inner.precedence < precedence || (inner.precedence == precedence && right)) {
            return !(inner == this && isAssociative());
        }
        boolean bitwise = this == AND || this == XOR || this == OR || this == SHL || this == SHR;
        boolean chain = isComparison() && inner.isComparison();
        return chain || inner != this && (bitwise || this == LOGICAL_OR && inner == LOGICAL_AND);
    }
}

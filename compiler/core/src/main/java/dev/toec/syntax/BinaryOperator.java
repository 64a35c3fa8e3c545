package dev.toec.syntax;

/** Operators between two operands, with how tightly they bind: a higher precedence binds tighter. */
public enum BinaryOperator {
    OR("||", 1),
    AND("&&", 2),
    EQUAL("==", 3),
    NOT_EQUAL("!=", 3),
    LESS("<", 3),
    AT_MOST("<=", 3),
    GREATER(">", 3),
    AT_LEAST(">=", 3),
    BIT_OR("|", 4),
    BIT_XOR("^", 5),
    BIT_AND("&", 6),
    SHIFT_LEFT("<<", 7),
    SHIFT_RIGHT(">>", 7),
    ADD("+", 8),
    SUBTRACT("-", 8),
    MULTIPLY("*", 9),
    DIVIDE("/", 9),
    REMAINDER("%", 9);

    private final String text;
    private final int precedence;

    BinaryOperator(String text, int precedence) {
        this.text = text;
        this.precedence = precedence;
    }

    /** 1 to 9. */
    public int precedence() {
        return precedence;
    }

    /** Whether it compares: such operators do not chain. */
    public boolean isComparison() {
        return precedence == EQUAL.precedence;
    }

    /** Whether it asks for equality only. */
    public boolean isEquality() {
        return this == EQUAL || this == NOT_EQUAL;
    }

    /** Whether it moves bits: its operands may differ in width. */
    public boolean isShift() {
        return precedence == SHIFT_LEFT.precedence;
    }

    @Override
    public String toString() {
        return text;
    }
}

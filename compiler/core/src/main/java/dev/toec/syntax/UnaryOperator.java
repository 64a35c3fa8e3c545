package dev.toec.syntax;

/** Operators before their operand. */
public enum UnaryOperator {
    NOT("!"),
    NEGATE("-"),
    COMPLEMENT("~");

    private final String text;

    UnaryOperator(String text) {
        this.text = text;
    }

    @Override
    public String toString() {
        return text;
    }
}

package dev.toec.diag;

/** Colours of a terminal, or none. */
final class Paint {
    private static final String RESET = "\033[0m";
    private static final String BOLD = "\033[1m";
    private static final String RED = "\033[1;31m";
    private static final String YELLOW = "\033[1;33m";
    private static final String BLUE = "\033[1;34m";

    private final boolean colour;

    Paint(boolean colour) {
        this.colour = colour;
    }

    String strong(String text) {
        return in(BOLD, text);
    }

    String gutter(String text) {
        return in(BLUE, text);
    }

    String severity(Severity severity, String text) {
        return in(severity == Severity.ERROR ? RED : YELLOW, text);
    }

    /** The marks of the primary label in red, those of the others as the gutter. */
    String mark(boolean primary, String text) {
        return in(primary ? RED : BLUE, text);
    }

    private String in(String code, String text) {
        return colour && !text.isEmpty() ? code + text + RESET : text;
    }
}

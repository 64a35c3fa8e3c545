package dev.toec.diag;

/** Makes text of unknown origin safe to print: a source must not be able to command the user's terminal. */
final class Visible {
    private static final char REPLACEMENT = '\uFFFD';

    private Visible() {}

    /** {@code text} with every control character but the line feed replaced, and every bidirectional control too. */
    static String of(String text) {
        StringBuilder visible = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            visible.append(c == '\n' ? c : character(c));
        }
        return visible.toString();
    }

    /** {@code c}, or what stands for it. */
    static char character(char c) {
        return Character.isISOControl(c) || isBidirectionalControl(c) ? REPLACEMENT : c;
    }

    /** Unicode 15.0, table of explicit directional formatting characters: they can make code look like other code. */
    private static boolean isBidirectionalControl(char c) {
        return (c >= '\u202A' && c <= '\u202E') || (c >= '\u2066' && c <= '\u2069');
    }
}

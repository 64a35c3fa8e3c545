package dev.toec.diag;

/**
 * A line of source as a terminal shows it: tabs are blanks up to the next stop, controls are visible, and of a long line
 * only the part around the first mark.
 */
final class DisplayLine {
    private static final int TAB = 4;
    private static final int LONGEST = 120;
    private static final int CONTEXT = 30;
    private static final String CUT = "…";

    private final String text;
    private final int[] columnOf;

    private DisplayLine(String text, int[] columnOf) {
        this.text = text;
        this.columnOf = columnOf;
    }

    /**
     * @param line without its terminator
     * @param focus index of the first character somebody marks
     */
    static DisplayLine of(String line, int focus) {
        StringBuilder shown = new StringBuilder();
        int[] columnOf = new int[line.length() + 1];
        int column = 0;
        for (int i = 0; i < line.length(); i++) {
            columnOf[i] = column;
            char c = line.charAt(i);
            if (c == '\t') {
                int blanks = TAB - column % TAB;
                shown.append(" ".repeat(blanks));
                column += blanks;
            } else {
                shown.append(Visible.character(c));
                column += width(c);
            }
        }
        columnOf[line.length()] = column;
        return new DisplayLine(shown.toString(), columnOf).cut(line, focus);
    }

    /** The second half of a surrogate pair adds nothing to its first. */
    private static int width(char c) {
        return Character.isLowSurrogate(c) ? 0 : 1;
    }

    private DisplayLine cut(String line, int focus) {
        if (text.length() <= LONGEST) {
            return this;
        }
        int from = Math.max(0, Math.min(column(focus) - CONTEXT, text.length() - LONGEST));
        int to = Math.min(text.length(), from + LONGEST);
        int shift = from - (from > 0 ? CUT.length() : 0);
        int[] shifted = new int[line.length() + 1];
        for (int i = 0; i < shifted.length; i++) {
            shifted[i] = Math.max(0, Math.min(columnOf[i] - shift, to - shift));
        }
        String window = (from > 0 ? CUT : "") + text.substring(from, to) + (to < text.length() ? CUT : "");
        return new DisplayLine(window, shifted);
    }

    String text() {
        return text;
    }

    /** Where the character at {@code index} of the source line stands, from 0. */
    int column(int index) {
        return columnOf[Math.min(index, columnOf.length - 1)];
    }
}

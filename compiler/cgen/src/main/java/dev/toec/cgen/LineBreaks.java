package dev.toec.cgen;

/**
 * Places where a long line may be broken. The expression printer marks each with a character that stands for a blank and
 * tells how deep it is nested; {@link #wrap} turns marks into blanks, or, where the line is too long, the outermost
 * last one that fits into a new line.
 */
final class LineBreaks {
    private static final char FIRST = '\uE000';
    private static final int DEEPEST = 63;
    private static final int CONTINUATION = 8;

    private LineBreaks() {}

    /** A blank at {@code depth}, from 1, that may become a new line. */
    static char mark(int depth) {
        return (char) (FIRST + Math.min(2 * depth, DEEPEST));
    }

    /** A blank behind {@code =}: a better place than one inside an operand, a worse one than between operands. */
    static char afterAssignment() {
        return (char) (FIRST + 3);
    }

    /** {@code marked} at {@code indent}, with no line longer than {@code columns} where a mark allows. */
    static String wrap(String marked, int indent, int columns) {
        StringBuilder out = new StringBuilder(" ".repeat(indent));
        String rest = marked;
        int room = columns - indent;
        while (rest.length() > room) {
            int at = breakPoint(rest, room);
            if (at < 0) {
                break;
            }
            out.append(plain(rest.substring(0, at))).append('\n').append(" ".repeat(indent + CONTINUATION));
            rest = rest.substring(at + 1);
            room = columns - indent - CONTINUATION;
        }
        return out.append(plain(rest)).toString();
    }

    /** {@code marked} on one line. */
    static String plain(String marked) {
        StringBuilder out = new StringBuilder(marked.length());
        marked.chars().forEach(c -> out.append(isMark((char) c) ? ' ' : (char) c));
        return out.toString();
    }

    private static int breakPoint(String text, int room) {
        int best = -1;
        for (int i = 0; i < text.length(); i++) {
            if (i > room && best >= 0) {
                return best;
            }
            if (isMark(text.charAt(i)) && (best < 0 || text.charAt(i) <= text.charAt(best))) {
                best = i;
            }
        }
        return best;
    }

    private static boolean isMark(char c) {
        return c >= FIRST && c <= FIRST + DEEPEST;
    }
}

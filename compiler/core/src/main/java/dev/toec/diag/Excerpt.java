package dev.toec.diag;

import dev.toec.source.SourceFile;
import dev.toec.source.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The lines of one file that a diagnostic is about, with marks and words under them. */
final class Excerpt {
    private final SourceFile file;
    private final List<Mark> marks = new ArrayList<>();

    /**
     * What is marked of one line.
     *
     * @param start index in the line of the first character
     * @param end index behind the last
     */
    private record Mark(int line, int start, int end, String text, boolean primary) {}

    Excerpt(SourceFile file) {
        this.file = file;
    }

    SourceFile file() {
        return file;
    }

    /** Adds a label; of a span over several lines the first and the last are shown, the words under the last. */
    void mark(Label label, boolean primary) {
        Span span = label.span();
        int first = span.line();
        int last = file.lineOf(Math.max(span.start(), span.end() - 1));
        int start = span.column() - 1;
        int end = file.columnOf(Math.max(span.start(), span.end() - 1));
        if (first == last) {
            marks.add(new Mark(first, start, span.end() > span.start() ? end : start, label.text(), primary));
        } else {
            marks.add(new Mark(first, start, file.line(first).length(), "", primary));
            marks.add(new Mark(last, indentation(file.line(last)), end, label.text(), primary));
        }
    }

    private static int indentation(String line) {
        int blanks = 0;
        while (blanks < line.length() && Character.isWhitespace(line.charAt(blanks))) {
            blanks++;
        }
        return blanks;
    }

    /** Digits of the largest line number. */
    int gutterWidth() {
        int largest = marks.stream().mapToInt(Mark::line).max().orElse(0);
        return Integer.toString(largest).length();
    }

    /**
     * Appends the excerpt.
     *
     * @param gutter width of line numbers
     * @param named whether to say first which file this is
     */
    void render(StringBuilder out, int gutter, boolean named, Paint paint) {
        String bar = paint.gutter("|");
        String margin = " ".repeat(gutter + 1) + bar;
        if (named) {
            out.append(" ".repeat(gutter))
                    .append(paint.gutter("::: "))
                    .append(file.name())
                    .append('\n');
        }
        out.append(margin).append('\n');
        marks.sort(Comparator.comparingInt(Mark::line).thenComparingInt(Mark::start));
        int shown = 0;
        for (int i = 0; i < marks.size(); i = endOfLine(i)) {
            int line = marks.get(i).line();
            if (shown > 0 && line > shown + 1) {
                out.append(" ".repeat(gutter)).append(paint.gutter("...")).append('\n');
            }
            renderLine(out, marks.subList(i, endOfLine(i)), gutter, margin, paint);
            shown = line;
        }
    }

    private int endOfLine(int from) {
        int end = from;
        while (end < marks.size() && marks.get(end).line() == marks.get(from).line()) {
            end++;
        }
        return end;
    }

    private void renderLine(StringBuilder out, List<Mark> ofLine, int gutter, String margin, Paint paint) {
        int line = ofLine.get(0).line();
        DisplayLine display = DisplayLine.of(file.line(line), ofLine.get(0).start());
        String number = String.format("%" + gutter + "d ", line);
        out.append(paint.gutter(number + "|")).append(display.text().isEmpty() ? "" : " " + display.text());
        out.append('\n');
        for (Mark mark : ofLine) {
            out.append(margin)
                    .append(' ')
                    .append(underline(mark, display, paint))
                    .append('\n');
        }
    }

    private static String underline(Mark mark, DisplayLine display, Paint paint) {
        int from = display.column(mark.start());
        int width = Math.max(1, display.column(mark.end()) - from);
        String signs = (mark.primary() ? "^" : "-").repeat(width);
        String words = mark.text().isEmpty() ? "" : " " + Visible.of(mark.text());
        return " ".repeat(from) + paint.mark(mark.primary(), signs + words);
    }
}

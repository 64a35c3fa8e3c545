package dev.toec.diag;

import dev.toec.source.SourceFile;
import dev.toec.source.Span;
import java.util.ArrayList;
import java.util.List;

/**
 * Diagnostics for a terminal: place, code and message on the first line, as editors parse it; then the lines it is about
 * with everything that is said of them, the reasons, and what to do next.
 *
 * <pre>
 * edge.toe:14:10: error[E0301]: packet `pkt` is used after it was given away
 *    |
 * 13 |     emit parsed(pkt)
 *    |     ---------------- given away here
 * 14 |     drop(pkt, runt)
 *    |          ^^^ used here
 *    = note: a packet is given away exactly once on every path
 *    = help: return after the emit
 * </pre>
 */
public final class TextRenderer {
    private final Paint paint;

    /** @param colour whether to use terminal colours (ECMA-48 SGR) */
    public TextRenderer(boolean colour) {
        this.paint = new Paint(colour);
    }

    /** The text of all {@code diagnostics}, each followed by an empty line. */
    public String render(List<Diagnostic> diagnostics) {
        StringBuilder text = new StringBuilder();
        for (Diagnostic diagnostic : diagnostics) {
            text.append(render(diagnostic)).append('\n');
        }
        return text.toString();
    }

    /** The text of one diagnostic, ending in a line end. */
    public String render(Diagnostic diagnostic) {
        List<Excerpt> excerpts = excerpts(diagnostic);
        int gutter = excerpts.stream().mapToInt(Excerpt::gutterWidth).max().orElse(0);
        StringBuilder text = new StringBuilder(heading(diagnostic));
        for (Excerpt excerpt : excerpts) {
            excerpt.render(text, gutter, excerpt != excerpts.get(0), paint);
        }
        for (String note : diagnostic.notes()) {
            text.append(remark(gutter, "note", note));
        }
        diagnostic.fix().ifPresent(fix -> text.append(remark(gutter, "help", fix)));
        return text.toString();
    }

    private String heading(Diagnostic diagnostic) {
        Severity severity = diagnostic.code().severity();
        return paint.strong(place(diagnostic.primary().span()) + ": ")
                + paint.severity(severity, severity + "[" + diagnostic.code() + "]")
                + paint.strong(": " + Visible.of(diagnostic.message())) + "\n";
    }

    /** A file without text (it could not be read, it is not text) has no lines to point at. */
    private static String place(Span span) {
        if (!span.isWritten()) {
            return "toec";
        }
        String name = Visible.of(span.file().name());
        return span.file().text().isEmpty() ? name : name + ":" + span.line() + ":" + span.column();
    }

    private String remark(int gutter, String kind, String text) {
        String indent = " ".repeat(gutter + 1);
        String[] lines = Visible.of(text).split("\n");
        String continued = "\n" + indent + " ".repeat(kind.length() + 4);
        return indent + paint.gutter("=") + " " + paint.strong(kind) + ": " + String.join(continued, lines) + "\n";
    }

    /** One excerpt per file that labels are in, the primary label's first. */
    private static List<Excerpt> excerpts(Diagnostic diagnostic) {
        List<Excerpt> excerpts = new ArrayList<>();
        add(excerpts, diagnostic.primary(), true);
        for (Label label : diagnostic.related()) {
            add(excerpts, label, false);
        }
        return excerpts;
    }

    private static void add(List<Excerpt> excerpts, Label label, boolean primary) {
        SourceFile file = label.span().file();
        if (!label.span().isWritten() || file.text().isEmpty()) {
            return;
        }
        Excerpt excerpt = excerpts.stream()
                .filter(e -> e.file() == file)
                .findFirst()
                .orElseGet(() -> {
                    Excerpt fresh = new Excerpt(file);
                    excerpts.add(fresh);
                    return fresh;
                });
        excerpt.mark(label, primary);
    }
}

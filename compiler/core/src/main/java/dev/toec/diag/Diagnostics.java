package dev.toec.diag;

import dev.toec.source.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Collects what the passes of one compilation have to say; every pass adds, none takes away. */
public final class Diagnostics {
    private final List<Diagnostic> reported = new ArrayList<>();

    /** Adds {@code diagnostic}, unless the very same code was already reported at the very same place. */
    public void report(Diagnostic diagnostic) {
        boolean known = reported.stream()
                .anyMatch(d -> d.code() == diagnostic.code()
                        && samePlace(d.primary().span(), diagnostic.primary().span()));
        if (!known) {
            reported.add(diagnostic);
        }
    }

    /** Adds a diagnostic that says only what and where. */
    public void report(Code code, Span span, String message) {
        report(Diagnostic.of(code, span, message));
    }

    private static boolean samePlace(Span a, Span b) {
        return a.file() == b.file() && a.start() == b.start() && a.end() == b.end() && a.isWritten();
    }

    /** Whether anything reported so far stops the compilation. */
    public boolean hasErrors() {
        return reported.stream().anyMatch(d -> d.code().severity() == Severity.ERROR);
    }

    /** All diagnostics by file and place, those of one place in the order they were reported. */
    public List<Diagnostic> sorted() {
        return reported.stream()
                .sorted(Comparator.comparing(
                                (Diagnostic d) -> d.primary().span().file().name())
                        .thenComparing(d -> d.primary().span().start()))
                .toList();
    }
}

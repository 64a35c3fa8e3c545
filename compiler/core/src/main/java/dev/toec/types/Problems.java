package dev.toec.types;

import dev.toec.diag.Code;
import dev.toec.diag.Diagnostic;
import dev.toec.diag.Diagnostics;
import dev.toec.source.Span;
import dev.toec.syntax.Ast;
import java.util.Collection;

/**
 * Where the checks report. After a syntax error names may be missing because their declarations could not be read, so
 * then nothing is said of missing ones.
 */
final class Problems {
    private final Diagnostics diagnostics;
    private final boolean complete;

    Problems(Diagnostics diagnostics, boolean complete) {
        this.diagnostics = diagnostics;
        this.complete = complete;
    }

    void report(Diagnostic diagnostic) {
        diagnostics.report(diagnostic);
    }

    void report(Code code, Span span, String message) {
        report(Diagnostic.of(code, span, message));
    }

    /** Reports something that may be a mere consequence of a syntax error. */
    void reportMissing(Diagnostic diagnostic) {
        if (complete) {
            diagnostics.report(diagnostic);
        }
    }

    /** {@code what} is not among {@code known}. */
    void unknown(Code code, String what, Ast.Name name, Collection<String> known) {
        Diagnostic problem = Diagnostic.of(code, name.span(), "unknown " + what + " '" + name + "'");
        String similar = Similar.to(name.text(), known);
        reportMissing(similar == null ? problem : problem.withFix("did you mean '" + similar + "'?"));
    }

    /** {@code name} is declared again. */
    void twice(Ast.Name name, Span first) {
        Diagnostic problem = Diagnostic.of(Code.E0202, name.span(), "'" + name + "' is declared already");
        report((first.isWritten() ? problem.withRelated(first, "first declared here") : problem)
                .withFix("choose another name"));
    }
}

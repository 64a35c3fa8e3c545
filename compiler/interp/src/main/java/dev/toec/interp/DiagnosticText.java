package dev.toec.interp;

import dev.toec.diag.Diagnostic;
import dev.toec.diag.Diagnostics;
import java.util.stream.Collectors;

/** Diagnostics as lines of text, for the message of an exception. */
final class DiagnosticText {
    private DiagnosticText() {}

    static String of(Diagnostics diagnostics) {
        return diagnostics.sorted().stream().map(DiagnosticText::line).collect(Collectors.joining("\n"));
    }

    private static String line(Diagnostic diagnostic) {
        String notes = diagnostic.notes().stream().map(n -> "\n  note: " + n).collect(Collectors.joining());
        String fix = diagnostic.fix().map(f -> "\n  fix: " + f).orElse("");
        return diagnostic.primary().span() + ": " + diagnostic.code() + ": " + diagnostic.message() + notes + fix;
    }
}

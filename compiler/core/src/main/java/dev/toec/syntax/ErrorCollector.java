package dev.toec.syntax;

import dev.toec.diag.Code;
import dev.toec.diag.Diagnostic;
import dev.toec.diag.Diagnostics;
import dev.toec.source.SourceFile;
import dev.toec.source.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.antlr.v4.runtime.Token;

/**
 * Keeps the syntax errors of one parse: one a line, and none in what began on the line of the last, since the parser is
 * then most likely out of step.
 */
final class ErrorCollector {
    private final SourceFile source;
    private final List<Diagnostic> errors = new ArrayList<>();
    private int lastLine;

    ErrorCollector(SourceFile source) {
        this.source = source;
    }

    /**
     * Adds an error.
     *
     * @param found where
     * @param begun the first token of what was being read
     * @param note the reason, if it needs one
     * @param fix the next step, if it is known
     */
    void add(Token found, Token begun, String message, Optional<String> note, Optional<String> fix) {
        if (found.getLine() == lastLine || (begun != null && begun.getLine() == lastLine)) {
            return;
        }
        lastLine = found.getLine();
        int start = Math.min(found.getStartIndex(), source.text().length());
        int end = found.getType() == Token.EOF ? start : found.getStopIndex() + 1;
        Diagnostic error = Diagnostic.of(Code.E0101, new Span(source, start, end), message);
        error = note.isPresent() ? error.withNote(note.get()) : error;
        errors.add(fix.isPresent() ? error.withFix(fix.get()) : error);
    }

    boolean isEmpty() {
        return errors.isEmpty();
    }

    void reportTo(Diagnostics diagnostics) {
        for (Diagnostic error : errors) {
            diagnostics.report(error);
        }
    }
}

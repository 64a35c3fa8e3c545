package dev.toec.syntax;

import dev.toec.diag.Code;
import dev.toec.diag.Diagnostic;
import dev.toec.diag.Diagnostics;
import dev.toec.source.SourceFile;
import dev.toec.source.Span;
import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.BaseErrorListener;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Recognizer;
import org.antlr.v4.runtime.Token;

/** Keeps the first syntax error of each line: what follows on a line is rarely worth telling. */
final class ErrorCollector extends BaseErrorListener {
    private final SourceFile source;
    private final List<Diagnostic> errors = new ArrayList<>();
    private int lastLine;

    ErrorCollector(SourceFile source) {
        this.source = source;
    }

    @Override
    public void syntaxError(
            Recognizer<?, ?> recognizer, Object symbol, int line, int column, String message, RecognitionException e) {
        if (line == lastLine) {
            return;
        }
        lastLine = line;
        Token token = (Token) symbol;
        int start = Math.min(token.getStartIndex(), source.text().length());
        int end = token.getType() == Token.EOF ? start : token.getStopIndex() + 1;
        errors.add(Diagnostic.of(Code.E0101, new Span(source, start, end), message));
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

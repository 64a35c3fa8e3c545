package dev.toec.cli;

import dev.toec.diag.Code;
import dev.toec.diag.Diagnostic;
import dev.toec.source.SourceFile;
import dev.toec.source.Span;
import java.nio.file.Path;

/** Something the user gave cannot be used; ends the command with one more diagnostic. */
final class InputFault extends Exception {
    private static final long serialVersionUID = 1;

    private final transient Diagnostic diagnostic;

    InputFault(Diagnostic diagnostic) {
        super(diagnostic.message(), null, false, false);
        this.diagnostic = diagnostic;
    }

    /** Of a file as a whole. */
    static InputFault of(Code code, Path file, String message, String fix) {
        return new InputFault(Diagnostic.of(code, place(file), message).withFix(fix));
    }

    /** Of an argument, which is in no file. */
    static InputFault of(Code code, String message, String fix) {
        return new InputFault(Diagnostic.of(code, Span.NONE, message).withFix(fix));
    }

    /** A file as a whole, where it has no text to point into. */
    static Span place(Path file) {
        return new Span(new SourceFile(file.toString(), ""), 0, 0);
    }

    Diagnostic diagnostic() {
        return diagnostic;
    }
}

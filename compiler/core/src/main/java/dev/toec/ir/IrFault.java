package dev.toec.ir;

import dev.toec.diag.Code;
import dev.toec.diag.Diagnostic;
import dev.toec.source.Span;

/** Ends the reading of a malformed IR text; never leaves {@link IrParser}. */
final class IrFault extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Diagnostic diagnostic;

    IrFault(Code code, Span span, String message) {
        super(message, null, false, false);
        diagnostic = Diagnostic.of(code, span, message);
    }

    Diagnostic diagnostic() {
        return diagnostic;
    }
}

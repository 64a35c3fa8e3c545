package dev.toec.ebpf.elf;

import dev.toec.diag.Code;
import dev.toec.diag.Diagnostic;
import dev.toec.source.Span;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * What is wrong with an object, before anybody has decided where to show it.
 *
 * @param instruction slot of the faulty instruction in its linked program, or {@link #NOWHERE}
 * @param notes reasons, each one sentence
 * @param fix the next step, or empty
 */
public record Fault(Code code, String message, int instruction, List<String> notes, String fix) {
    /** The instruction of a fault that belongs to the object, not to its code. */
    public static final int NOWHERE = -1;

    public Fault {
        Objects.requireNonNull(code);
        Objects.requireNonNull(message);
        Objects.requireNonNull(fix);
        notes = List.copyOf(notes);
    }

    /** A fault that says only what. */
    public static Fault of(Code code, String message) {
        return new Fault(code, message, NOWHERE, List.of(), "");
    }

    /** The same at instruction {@code slot}. */
    public Fault at(int slot) {
        return new Fault(code, message, slot, notes, fix);
    }

    /** The same with one more reason. */
    public Fault withNote(String note) {
        return new Fault(
                code,
                message,
                instruction,
                Stream.concat(notes.stream(), Stream.of(note)).toList(),
                fix);
    }

    /** The same with the next step. */
    public Fault withFix(String next) {
        return new Fault(code, message, instruction, notes, next);
    }

    /** The exception that ends the reading or verification. */
    public Refusal refusal() {
        return new Refusal(this);
    }

    /** The diagnostic that shows it at {@code span}. */
    public Diagnostic at(Span span) {
        Diagnostic diagnostic = Diagnostic.of(code, span, message);
        for (String note : notes) {
            diagnostic = diagnostic.withNote(note);
        }
        return fix.isEmpty() ? diagnostic : diagnostic.withFix(fix);
    }
}

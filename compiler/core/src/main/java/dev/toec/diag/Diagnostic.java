package dev.toec.diag;

import dev.toec.source.Span;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One thing the user should know: what, where, why, and what to do next.
 *
 * @param code identifies the kind of fault
 * @param message what is wrong in this very program, one sentence without a full stop
 * @param primary where
 * @param related other places that belong to the story
 * @param notes reasons, each one sentence
 * @param fix what to do next, where it is known
 */
public record Diagnostic(
        Code code, String message, Label primary, List<Label> related, List<String> notes, Optional<String> fix) {
    public Diagnostic {
        Objects.requireNonNull(code);
        Objects.requireNonNull(message);
        Objects.requireNonNull(primary);
        Objects.requireNonNull(fix);
        related = List.copyOf(related);
        notes = List.copyOf(notes);
    }

    /** A diagnostic that says only what and where; the {@code with…} methods add the rest. */
    public static Diagnostic of(Code code, Span span, String message) {
        return new Diagnostic(code, message, new Label(span, ""), List.of(), List.of(), Optional.empty());
    }

    /** The same with words at the primary place. */
    public Diagnostic withLabel(String text) {
        return new Diagnostic(code, message, new Label(primary.span(), text), related, notes, fix);
    }

    /** The same with one more related place. */
    public Diagnostic withRelated(Span span, String text) {
        return new Diagnostic(code, message, primary, append(related, new Label(span, text)), notes, fix);
    }

    /** The same with one more reason. */
    public Diagnostic withNote(String note) {
        return new Diagnostic(code, message, primary, related, append(notes, note), fix);
    }

    /** The same with the next step. */
    public Diagnostic withFix(String next) {
        return new Diagnostic(code, message, primary, related, notes, Optional.of(next));
    }

    private static <T> List<T> append(List<T> list, T last) {
        return Stream.concat(list.stream(), Stream.of(last)).toList();
    }
}

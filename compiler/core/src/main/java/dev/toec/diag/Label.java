package dev.toec.diag;

import dev.toec.source.Span;
import java.util.Objects;

/**
 * A place in a source and what is said of it.
 *
 * @param span the place
 * @param text a few words, or empty where the place speaks for itself
 */
public record Label(Span span, String text) {
    public Label {
        Objects.requireNonNull(span);
        Objects.requireNonNull(text);
    }
}

package dev.toec.source;

import java.util.Objects;

/**
 * A range of characters in a source; every node from the syntax tree to the last back end carries one.
 *
 * @param file the source
 * @param start offset of the first character
 * @param end offset behind the last character, at least {@code start}
 */
public record Span(SourceFile file, int start, int end) {
    /** Where nothing was written: a node the compiler made for itself. */
    public static final Span NONE = new Span(new SourceFile("<toec>", ""), 0, 0);

    public Span {
        Objects.requireNonNull(file);
        if (start < 0 || end < start) {
            throw new IllegalArgumentException("span " + start + ".." + end);
        }
    }

    /** Line of the first character, from 1. */
    public int line() {
        return file.lineOf(start);
    }

    /** Column of the first character, from 1. */
    public int column() {
        return file.columnOf(start);
    }

    /** Whether anybody wrote what this span stands for. */
    public boolean isWritten() {
        return this != NONE;
    }

    /** The smallest span that covers this one and {@code other}, which must be of the same source. */
    public Span to(Span other) {
        return new Span(file, Math.min(start, other.start), Math.max(end, other.end));
    }

    /** {@code file:line}, as provenance comments in generated code say it. */
    public String provenance() {
        return file.name() + ":" + line();
    }

    /** Two nodes with the same content are equal wherever they were written. */
    @Override
    public boolean equals(Object other) {
        return other instanceof Span;
    }

    @Override
    public int hashCode() {
        return 0;
    }

    @Override
    public String toString() {
        return file.name() + ":" + line() + ":" + column();
    }
}

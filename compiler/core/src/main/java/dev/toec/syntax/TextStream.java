package dev.toec.syntax;

import org.antlr.v4.runtime.CharStream;
import org.antlr.v4.runtime.misc.Interval;

/** A text as the lexer reads it: by UTF-16 code units, so that its offsets are those of {@code Span}. */
final class TextStream implements CharStream {
    private final String name;
    private final String text;
    private int at;

    TextStream(String name, String text) {
        this.name = name;
        this.text = text;
    }

    @Override
    public void consume() {
        if (at >= text.length()) {
            throw new IllegalStateException("consumed beyond the end");
        }
        at++;
    }

    @Override
    public int LA(int ahead) {
        int index = ahead > 0 ? at + ahead - 1 : at + ahead;
        return ahead == 0 || index < 0 || index >= text.length() ? EOF : text.charAt(index);
    }

    @Override
    public int mark() {
        return -1;
    }

    @Override
    public void release(int marker) {
        // The whole text stays at hand, so a mark holds nothing.
    }

    @Override
    public int index() {
        return at;
    }

    @Override
    public void seek(int index) {
        at = index;
    }

    @Override
    public int size() {
        return text.length();
    }

    @Override
    public String getSourceName() {
        return name;
    }

    @Override
    public String getText(Interval interval) {
        return text.substring(interval.a, Math.min(interval.b + 1, text.length()));
    }
}

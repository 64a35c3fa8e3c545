package dev.toec.syntax;

import org.antlr.v4.runtime.CharStream;
import org.antlr.v4.runtime.Token;

/** The generated lexer, except that blanks and comments, half of a source, are passed over without its automaton. */
final class QuickLexer extends ToeLexer {
    private final String text;

    QuickLexer(String name, String text) {
        super(new TextStream(name, text));
        this.text = text;
        removeErrorListeners();
    }

    @Override
    public Token nextToken() {
        CharStream input = getInputStream();
        int start = input.index();
        int at = start;
        int line = getLine();
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '\n') {
                line++;
                at++;
            } else if (c == ' ' || c == '\t' || c == '\r') {
                at++;
            } else if (isPlainComment(at)) {
                at = endOfLine(at);
            } else {
                break;
            }
        }
        if (at > start) {
            input.seek(at);
            setLine(line);
        }
        return super.nextToken();
    }

    /** Whether {@code //} begins here, but not {@code ///}. */
    private boolean isPlainComment(int at) {
        return text.startsWith("//", at) && !text.startsWith("///", at);
    }

    private int endOfLine(int at) {
        int end = at;
        while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
            end++;
        }
        return end;
    }
}

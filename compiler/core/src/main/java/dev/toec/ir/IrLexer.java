package dev.toec.ir;

import dev.toec.diag.Code;
import dev.toec.source.SourceFile;
import dev.toec.source.Span;
import java.util.ArrayList;
import java.util.List;

/** Cuts IR text into words; blanks, line ends and {@code //} comments only separate them. */
final class IrLexer {
    private final SourceFile file;
    private final String text;
    private final List<IrToken> tokens = new ArrayList<>();
    private int at;

    private IrLexer(SourceFile file) {
        this.file = file;
        this.text = file.text();
    }

    /** All words of {@code file}, and the end as the last one. */
    static List<IrToken> lex(SourceFile file) {
        IrLexer lexer = new IrLexer(file);
        while (lexer.at < lexer.text.length()) {
            lexer.next();
        }
        lexer.add(IrToken.Kind.END, "", lexer.at);
        return lexer.tokens;
    }

    private void next() {
        char c = text.charAt(at);
        int start = at;
        if (c == ' ' || c == '\n' || c == '\r' || c == '\t') {
            at++;
        } else if (text.startsWith("//", at)) {
            comment(start);
        } else if (c == '"') {
            string(start);
        } else if (c == '%') {
            at++;
            add(IrToken.Kind.VALUE, word(start), start);
        } else if (isDigit(c) || (c == '-' && at + 1 < text.length() && isDigit(text.charAt(at + 1)))) {
            at++;
            add(IrToken.Kind.NUMBER, word(start), start);
        } else if (isWord(c)) {
            add(IrToken.Kind.NAME, word(start), start);
        } else {
            mark(c, start);
        }
    }

    private void mark(char c, int start) {
        if (text.startsWith("->", at)) {
            at += 2;
        } else if ("(){}:,=".indexOf(c) >= 0) {
            at++;
        } else {
            throw new IrFault(Code.E0190, new Span(file, at, at + 1), "'" + c + "' begins no word of IR text");
        }
        add(IrToken.Kind.MARK, text.substring(start, at), start);
    }

    private void comment(int start) {
        int end = text.indexOf('\n', at);
        at = end < 0 ? text.length() : end;
        if (text.startsWith("///", start)) {
            int from = start + 3 < at && text.charAt(start + 3) == ' ' ? start + 4 : start + 3;
            add(IrToken.Kind.DOC, text.substring(from, at), start);
        }
    }

    private void string(int start) {
        StringBuilder content = new StringBuilder();
        for (at++; at < text.length() && text.charAt(at) != '\n'; at++) {
            char c = text.charAt(at);
            if (c == '"') {
                at++;
                add(IrToken.Kind.STRING, content.toString(), start);
                return;
            }
            if (c == '\\' && at + 1 < text.length()) {
                at++;
                c = text.charAt(at) == 'n' ? '\n' : text.charAt(at);
            }
            content.append(c);
        }
        throw new IrFault(Code.E0190, new Span(file, start, at), "the string does not end on its line");
    }

    private String word(int start) {
        while (at < text.length() && isWord(text.charAt(at))) {
            at++;
        }
        return text.substring(start, at);
    }

    private void add(IrToken.Kind kind, String word, int start) {
        tokens.add(new IrToken(kind, word, new Span(file, start, at)));
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }

    private static boolean isWord(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || isDigit(c) || c == '_' || c == '.' || c == '@';
    }
}

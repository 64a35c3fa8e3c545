package dev.toec.target.nfp.dialect;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Cuts a source into tokens. Comments go; the replacement texts of macros are kept apart, other directives go too. Lines
 * whose comment says that something is slow are noted.
 */
final class Lexer {
    private static final Pattern PATTERN = Pattern.compile("(?<space>[ \\t\\r\\n\\f]+|\\\\\\n)"
            + "|(?<comment>/\\*(?s:.*?)\\*/|//[^\\n]*)"
            + "|(?<directive>(?m:^)[ \\t]*#(?:\\\\\\n|[^\\n])*)"
            + "|(?<name>[A-Za-z_]\\w*)"
            + "|(?<number>\\.?\\d(?:[eEpP][+-]|[\\w.])*)"
            + "|(?<literal>'(?:\\\\.|[^'\\\\])*'|\"(?:\\\\.|[^\"\\\\])*\")"
            + "|(?<punctuator>\\.\\.\\.|<<=|>>=|->|\\+\\+|--|<<|>>|<=|>=|==|!=|&&|\\|\\||[-+*/%&|^]=|.)");
    private static final Pattern DEFINE =
            Pattern.compile("\\s*#\\s*define\\s+\\w+(?:\\([^)]*\\))?((?:\\\\\\n|[^\\n])*)");

    private final List<Token> tokens = new ArrayList<>();
    private final List<Token> macroTokens = new ArrayList<>();
    private final Set<Integer> slowLines = new HashSet<>();

    Lexer(String text) {
        scan(text, 1, tokens);
    }

    private void scan(String text, int firstLine, List<Token> out) {
        Matcher matcher = PATTERN.matcher(text);
        int line = firstLine;
        for (int at = 0; at < text.length(); at = matcher.end()) {
            matcher.find(at);
            String found = matcher.group();
            if (matcher.group("directive") != null) {
                macro(found, line);
            } else if (matcher.group("comment") != null) {
                comment(found, line);
            } else if (matcher.group("space") == null) {
                out.add(new Token(kind(matcher), found, line));
            }
            line += (int) found.chars().filter(c -> c == '\n').count();
        }
    }

    private void macro(String directive, int line) {
        Matcher define = DEFINE.matcher(directive);
        if (define.matches()) {
            scan(define.group(1).replace("\\\n", " "), line, macroTokens);
        }
    }

    private void comment(String text, int line) {
        if (text.contains("slow")) {
            slowLines.add(line);
        }
    }

    private static Token.Kind kind(Matcher matcher) {
        if (matcher.group("name") != null) {
            return Token.Kind.NAME;
        }
        if (matcher.group("number") != null) {
            return Token.Kind.NUMBER;
        }
        return matcher.group("literal") != null ? Token.Kind.LITERAL : Token.Kind.PUNCTUATOR;
    }

    List<Token> tokens() {
        return tokens;
    }

    /** What macros are replaced by. */
    List<Token> macroTokens() {
        return macroTokens;
    }

    /** Lines that say they are slow. */
    Set<Integer> slowLines() {
        return slowLines;
    }
}

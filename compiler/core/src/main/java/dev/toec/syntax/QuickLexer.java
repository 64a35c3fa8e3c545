package dev.toec.syntax;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.antlr.v4.runtime.CharStream;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.Token;

/**
 * The generated lexer, except that blanks and comments, half of a source, are passed over without its
 * automaton, and that words of the language are looked up.
 */
final class QuickLexer extends ToeLexer {
    /** The words of the language are numbered from here … */
    static final int FIRST_WORD = ToeParser.PACKAGE;

    /** … to here. */
    static final int LAST_WORD = ToeParser.FALSE;

    private static final Map<String, Integer> WORDS = words();

    private final String text;

    QuickLexer(String name, String text) {
        super(new TextStream(name, text));
        this.text = text;
        removeErrorListeners();
    }

    private static Map<String, Integer> words() {
        Map<String, Integer> words = new HashMap<>();
        for (int type = FIRST_WORD; type <= LAST_WORD; type++) {
            words.put(word(type), type);
        }
        return words;
    }

    /** How the word of type {@code type} is written. */
    static String word(int type) {
        return ToeParser.VOCABULARY.getSymbolicName(type).toLowerCase(Locale.ROOT);
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
        Token token = super.nextToken();
        if (token.getType() == ID) {
            Integer word = WORDS.get(text.substring(token.getStartIndex(), token.getStopIndex() + 1));
            ((CommonToken) token).setType(word == null ? ID : word);
        }
        return token;
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

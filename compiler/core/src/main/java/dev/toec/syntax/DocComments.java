package dev.toec.syntax;

import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;

/** Finds the {@code ///} comments that stand before a declaration. */
final class DocComments {
    private final CommonTokenStream tokens;

    DocComments(CommonTokenStream tokens) {
        this.tokens = tokens;
    }

    /** The text before {@code node} without its marks, lines joined by line feeds, or empty. */
    String before(ParserRuleContext node) {
        int first = node.getStart().getTokenIndex();
        while (first > 0 && tokens.get(first - 1).getType() == ToeLexer.DOC) {
            first--;
        }
        StringBuilder text = new StringBuilder();
        for (int i = first; i < node.getStart().getTokenIndex(); i++) {
            text.append(text.length() == 0 ? "" : "\n").append(content(tokens.get(i)));
        }
        return text.toString();
    }

    private static String content(Token doc) {
        return doc.getText().substring(3).strip();
    }
}

package dev.toec.syntax;

import dev.toec.source.SourceFile;
import dev.toec.source.Span;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.ErrorNode;
import org.antlr.v4.runtime.tree.ParseTree;

/** Where nodes of the parse tree stand, and whether they could be read. */
final class Places {
    private final SourceFile source;

    Places(SourceFile source) {
        this.source = source;
    }

    /** Whether {@code node} was read without an error in its own rule; parts of it may be broken still. */
    static boolean isWhole(ParserRuleContext node) {
        if (node == null || node.exception != null) {
            return false;
        }
        for (int i = 0; i < node.getChildCount(); i++) {
            ParseTree child = node.getChild(i);
            if (child instanceof ErrorNode) {
                return false;
            }
        }
        return true;
    }

    /** Whether {@code node} and all of its parts were read; looks at names and other small rules only. */
    static boolean isDeeplyWhole(ParserRuleContext node) {
        if (!isWhole(node)) {
            return false;
        }
        for (int i = 0; i < node.getChildCount(); i++) {
            if (node.getChild(i) instanceof ParserRuleContext part && !isDeeplyWhole(part)) {
                return false;
            }
        }
        return true;
    }

    Span span(ParserRuleContext node) {
        return span(node.getStart(), node.getStop());
    }

    Span span(Token token) {
        return span(token, token);
    }

    Span span(Token first, Token last) {
        int length = source.text().length();
        int start = Math.min(Math.max(first.getStartIndex(), 0), length);
        int end = last == null ? start : Math.min(last.getStopIndex() + 1, length);
        return new Span(source, start, Math.max(start, end));
    }

    /** The name of a {@code name}, {@code word}, {@code type} or {@code reserved} node that is whole. */
    Ast.Name name(ParserRuleContext node) {
        return new Ast.Name(node.getStart().getText(), span(node));
    }
}

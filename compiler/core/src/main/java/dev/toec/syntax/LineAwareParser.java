package dev.toec.syntax;

import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.TokenStream;

/** What the generated parser inherits: the one question where line ends matter. */
abstract class LineAwareParser extends Parser {
    LineAwareParser(TokenStream input) {
        super(input);
    }

    /** Whether the next token stands on the line of the last one. */
    final boolean sameLine() {
        Token last = _input.LT(-1);
        return last != null && last.getLine() == _input.LT(1).getLine();
    }
}

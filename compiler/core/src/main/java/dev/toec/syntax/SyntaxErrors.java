package dev.toec.syntax;

import java.util.Optional;
import org.antlr.v4.runtime.DefaultErrorStrategy;
import org.antlr.v4.runtime.InputMismatchException;
import org.antlr.v4.runtime.NoViableAltException;
import org.antlr.v4.runtime.Parser;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.misc.IntervalSet;

/** Says what was expected and what was found, in the language's own words; recovers as ANTLR does. */
final class SyntaxErrors extends DefaultErrorStrategy {
    private final ErrorCollector errors;

    SyntaxErrors(ErrorCollector errors) {
        this.errors = errors;
    }

    @Override
    protected void reportNoViableAlternative(Parser parser, NoViableAltException e) {
        report(parser, e.getOffendingToken(), parser.getExpectedTokens());
    }

    @Override
    protected void reportInputMismatch(Parser parser, InputMismatchException e) {
        report(parser, e.getOffendingToken(), e.getExpectedTokens());
    }

    @Override
    protected void reportUnwantedToken(Parser parser) {
        if (!inErrorRecoveryMode(parser)) {
            beginErrorCondition(parser);
            report(parser, parser.getCurrentToken(), getExpectedTokens(parser));
        }
    }

    @Override
    protected void reportMissingToken(Parser parser) {
        reportUnwantedToken(parser);
    }

    /** A word of the language most likely begins the next statement: leaving it out would lose that. */
    @Override
    protected Token singleTokenDeletion(Parser parser) {
        return isWord(parser.getCurrentToken()) ? null : super.singleTokenDeletion(parser);
    }

    private static boolean isWord(Token token) {
        int type = token.getType();
        return (type >= QuickLexer.FIRST_WORD && type <= QuickLexer.LAST_WORD) || type == ToeParser.RETURN_NOTHING;
    }

    private void report(Parser parser, Token found, IntervalSet expected) {
        ParserRuleContext begun = parser.getContext();
        String message = "expected " + Expectation.describe(expected) + ", found " + describe(found);
        errors.add(
                found, begun == null ? null : begun.getStart(), message, reason(found, expected), fix(found, expected));
    }

    private static Optional<String> reason(Token found, IntervalSet expected) {
        boolean namesOnly = expected.contains(ToeParser.ID)
                && !expected.contains(ToeParser.NUMBER)
                && !expected.contains(ToeParser.EMIT)
                && !expected.contains(ToeParser.CONST);
        return isWord(found) && namesOnly
                ? Optional.of("'" + found.getText() + "' is a word of the language and cannot be a name here")
                : Optional.empty();
    }

    private static Optional<String> fix(Token found, IntervalSet expected) {
        return found.getType() == ToeParser.ASSIGN && expected.contains(ToeParser.EQUAL)
                ? Optional.of("write '==' to compare")
                : Optional.empty();
    }

    private static String describe(Token token) {
        return token.getType() == Token.EOF ? "the end of the file" : "'" + token.getText() + "'";
    }
}

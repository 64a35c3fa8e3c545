package dev.toec.target.nfp.dialect;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** R9: no division by zero, which gives all ones on the chip: the divisor is a constant or tested in the expression. */
final class GuardedDivisor implements Rule {
    @Override
    public String id() {
        return "R9";
    }

    @Override
    public String title() {
        return "divisors are guarded against zero";
    }

    @Override
    public List<Finding> check(List<SourceUnit> sources) {
        List<Finding> findings = new ArrayList<>();
        for (SourceUnit source : sources) {
            for (FunctionSource function : source.functions()) {
                Operations.in(function, FlaggedDivision.DIVISIONS).stream()
                        .filter(d -> !isGuarded(d))
                        .forEach(d -> findings.add(new Finding(
                                id(),
                                source.path(),
                                d.operator().line(),
                                "the divisor " + text(d.right()) + " may be zero")));
            }
        }
        return findings;
    }

    private static boolean isGuarded(Operations.Operation division) {
        if (Operations.constant(division.right()) > 0) {
            return true;
        }
        String before = text(statementBefore(division));
        String divisor = text(division.right());
        return before.endsWith(divisor + " == 0 ? 0 : " + text(division.left()))
                || before.matches(".*\\Q" + divisor + " == 0 ?\\E [^:]* : \\Q" + text(division.left()) + "\\E")
                || before.matches(".*\\Q" + divisor + " != 0 ?\\E \\Q" + text(division.left()) + "\\E");
    }

    private static List<Token> statementBefore(Operations.Operation division) {
        int from = division.at();
        while (from > 0
                && !division.tokens().get(from - 1).is(";")
                && !division.tokens().get(from - 1).is("{")) {
            from--;
        }
        return division.tokens().subList(from, division.at());
    }

    private static String text(List<Token> tokens) {
        return tokens.stream().map(Token::text).collect(Collectors.joining(" "));
    }
}

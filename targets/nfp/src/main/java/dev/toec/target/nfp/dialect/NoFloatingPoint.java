package dev.toec.target.nfp.dialect;

import java.util.List;

/** R3: no floating point: the chip has none. */
final class NoFloatingPoint implements Rule {
    @Override
    public String id() {
        return "R3";
    }

    @Override
    public String title() {
        return "no floating point";
    }

    @Override
    public List<Finding> check(List<SourceUnit> sources) {
        return Search.tokens(this, sources, NoFloatingPoint::isFloating, "%s is floating point");
    }

    private static boolean isFloating(Token token) {
        if (token.isNumber()) {
            boolean hexadecimal = token.text().startsWith("0x") || token.text().startsWith("0X");
            return token.text().contains(".") || (!hexadecimal && token.text().matches("\\d+[eE].*"));
        }
        return token.is("float") || token.is("double");
    }
}

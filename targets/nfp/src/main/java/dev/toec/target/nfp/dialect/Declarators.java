package dev.toec.target.nfp.dialect;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Names that a declaration or a list of parameters declares, with the words of their types. */
final class Declarators {
    private Declarators() {}

    /** Type by name: {@code uint64_t}, {@code struct toe_item} … as words in a row. */
    static Map<String, String> of(List<Token> tokens) {
        Map<String, String> declared = new HashMap<>();
        StringBuilder type = new StringBuilder();
        int depth = 0;
        boolean value = false;
        for (int i = 0; i < tokens.size(); i++) {
            Token token = tokens.get(i);
            depth += opens(token) - closes(token);
            value = (value || token.is("=")) && !(token.is(",") && depth == 0);
            if (value || depth > 0 || !token.isName()) {
                continue;
            }
            if (Words.isKeyword(token.text()) || isTag(tokens, i) || isTypeName(tokens, i)) {
                if (i > 0 && tokens.get(i - 1).is(",")) {
                    type.setLength(0);
                }
                type.append(token.text()).append(' ');
            } else {
                declared.put(token.text(), type.toString());
            }
        }
        return declared;
    }

    private static int opens(Token token) {
        return token.is("(") || token.is("[") || token.is("{") ? 1 : 0;
    }

    private static int closes(Token token) {
        return token.is(")") || token.is("]") || token.is("}") ? 1 : 0;
    }

    private static boolean isTag(List<Token> tokens, int i) {
        return i > 0
                && (tokens.get(i - 1).is("struct")
                        || tokens.get(i - 1).is("enum")
                        || tokens.get(i - 1).is("union"));
    }

    /** A name in front of another name is the name of a type. */
    private static boolean isTypeName(List<Token> tokens, int i) {
        return i + 1 < tokens.size() && tokens.get(i + 1).isName();
    }
}

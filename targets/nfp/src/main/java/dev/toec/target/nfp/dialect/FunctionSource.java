package dev.toec.target.nfp.dialect;

import java.util.List;

/**
 * A function that is defined.
 *
 * @param result tokens in front of its name
 * @param parameters tokens between the parentheses
 * @param tokens all tokens of its body
 */
record FunctionSource(
        String name, List<Token> result, List<Token> parameters, Node.Block body, List<Token> tokens, int line) {}

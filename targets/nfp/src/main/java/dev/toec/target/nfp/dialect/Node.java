package dev.toec.target.nfp.dialect;

import java.util.List;

/** What a function's body is made of, as far as the rules need it; expressions stay tokens. */
sealed interface Node {
    /** Line it begins at. */
    int line();

    /** A declaration up to its semicolon. */
    record Declaration(List<Token> tokens, int line) implements Node {}

    /** A statement without statements inside, or the head of one with its conditions. */
    record Simple(List<Token> tokens, int line) implements Node {}

    /**
     * {@code if}, {@code for}, {@code while}, {@code do}, {@code switch}.
     *
     * @param head what stands in its parentheses
     * @param bodies the statements it governs
     */
    record Control(String keyword, List<Token> head, List<Node> bodies, int line) implements Node {}

    /** A block in braces. */
    record Block(List<Node> items, int line) implements Node {}
}

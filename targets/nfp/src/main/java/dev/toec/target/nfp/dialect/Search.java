package dev.toec.target.nfp.dialect;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** Ways through sources that several rules take. */
final class Search {
    private Search() {}

    /** A finding for every token, replacement texts of macros included, that {@code wanted} holds for. */
    static List<Finding> tokens(Rule rule, List<SourceUnit> sources, Predicate<Token> wanted, String message) {
        List<Finding> findings = new ArrayList<>();
        for (SourceUnit source : sources) {
            for (List<Token> tokens : List.of(source.tokens(), source.macros())) {
                tokens.stream()
                        .filter(wanted)
                        .forEach(t -> findings.add(
                                new Finding(rule.id(), source.path(), t.line(), message.formatted(t.text()))));
            }
        }
        return findings;
    }

    /** Shows {@code visitor} every node below {@code node}, and the node. */
    static void walk(Node node, Consumer<Node> visitor) {
        visitor.accept(node);
        if (node instanceof Node.Block block) {
            block.items().forEach(n -> walk(n, visitor));
        } else if (node instanceof Node.Control control) {
            control.bodies().forEach(n -> walk(n, visitor));
        }
    }
}

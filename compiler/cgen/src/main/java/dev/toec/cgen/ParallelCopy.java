package dev.toec.cgen;

import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/** Turns assignments that happen at once into assignments one after the other. */
final class ParallelCopy {
    /** One assignment to a variable by name. */
    record Move(String target, CExpr source) {}

    private ParallelCopy() {}

    /**
     * The same effect in order; where variables swap, one is saved in a {@code temporary} first.
     *
     * @param temporary given the variable to save, the name to save it in
     */
    static List<CStmt.Assign> sequence(List<Move> moves, UnaryOperator<String> temporary) {
        List<CStmt.Assign> out = new ArrayList<>();
        List<Move> left = new ArrayList<>(moves);
        left.removeIf(m -> m.source().equals(CExpr.name(m.target())));
        while (!left.isEmpty()) {
            Move free = left.stream()
                    .filter(m -> left.stream().noneMatch(o -> o != m && Mentions.in(o.source(), m.target())))
                    .findFirst()
                    .orElse(null);
            if (free != null) {
                left.remove(free);
                out.add(CStmt.assign(CExpr.name(free.target()), free.source()));
            } else {
                String saved = left.get(0).target();
                CExpr copy = CExpr.name(temporary.apply(saved));
                out.add(CStmt.assign(copy, CExpr.name(saved)));
                left.replaceAll(m -> new Move(m.target(), Mentions.replace(m.source(), saved, copy)));
            }
        }
        return out;
    }
}

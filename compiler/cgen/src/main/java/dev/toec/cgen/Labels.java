package dev.toec.cgen;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** Removes labels nobody jumps to, and gives the others a statement to stand before, as C11 wants. */
final class Labels extends StatementRewriter {
    private final Collection<String> used;

    private Labels(Collection<String> used) {
        this.used = used;
    }

    static List<CStmt> keep(List<CStmt> body, Collection<String> used) {
        return new Labels(used).rewrite(body);
    }

    @Override
    List<CStmt> list(List<CStmt> statements) {
        List<CStmt> kept = new ArrayList<>(statements.stream()
                .filter(s -> !(s instanceof CStmt.Label label) || used.contains(label.name()))
                .toList());
        if (!kept.isEmpty() && kept.get(kept.size() - 1) instanceof CStmt.Label) {
            kept.add(new CStmt.Evaluate(new CExpr.Literal("(void)0")));
        }
        return kept;
    }
}

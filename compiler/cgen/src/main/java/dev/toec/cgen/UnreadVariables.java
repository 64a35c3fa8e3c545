package dev.toec.cgen;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Removes assignments to variables nobody reads. Few are left when it runs: operands of comparisons that turned out to
 * hold always, for instance. What has an effect is a call that stands alone, and stays.
 */
final class UnreadVariables extends StatementRewriter {
    private final Set<String> unread;

    private UnreadVariables(Set<String> unread) {
        this.unread = unread;
    }

    /** @param locals the variables that may go */
    static List<CStmt> remove(List<CStmt> body, Set<String> locals) {
        List<CStmt> current = body;
        Set<String> unread = unread(current, locals);
        while (!unread.isEmpty()) {
            current = new UnreadVariables(unread).rewrite(current);
            Set<String> left = unread(current, locals);
            if (left.equals(unread)) {
                return current;
            }
            unread = left;
        }
        return current;
    }

    private static Set<String> unread(List<CStmt> body, Set<String> locals) {
        Set<String> assigned = new HashSet<>(Mentioned.in(body));
        assigned.retainAll(locals);
        assigned.removeAll(Mentioned.read(body));
        return assigned;
    }

    @Override
    List<CStmt> rewrite(List<CStmt> statements) {
        List<CStmt> out = new ArrayList<>();
        for (CStmt statement : statements) {
            if (!isIdle(statement)) {
                out.add(statement.accept(this));
            } else if (((CStmt.Assign) statement).value() instanceof CExpr.Call effect) {
                out.add(new CStmt.Evaluate(effect));
            }
        }
        return out;
    }

    private boolean isIdle(CStmt statement) {
        return statement instanceof CStmt.Assign assign
                && assign.target() instanceof CExpr.Name name
                && unread.contains(name.name());
    }
}

package dev.toec.cgen;

import java.util.List;

/** Tells whether control can run off the end of statements. */
final class Completion {
    private Completion() {}

    static boolean completes(List<CStmt> statements) {
        return statements.isEmpty() || completes(statements.get(statements.size() - 1));
    }

    private static boolean completes(CStmt last) {
        if (last instanceof CStmt.If branch) {
            return completes(branch.then()) || completes(branch.otherwise());
        }
        if (last instanceof CStmt.For loop) {
            return loop.condition().isPresent() || breaks(loop.body());
        }
        if (last instanceof CStmt.Switch choice) {
            return choice.otherwise().isEmpty()
                    || completes(choice.otherwise())
                    || breaks(choice.otherwise())
                    || choice.cases().stream().anyMatch(c -> completes(c.body()) || breaks(c.body()));
        }
        return !(last instanceof CStmt.Return
                || last instanceof CStmt.Break
                || last instanceof CStmt.Continue
                || last instanceof CStmt.Goto);
    }

    /** Whether a {@code break} in {@code body} leaves the loop or switch it is the body of. */
    static boolean breaks(List<CStmt> body) {
        return body.stream()
                .anyMatch(s -> s instanceof CStmt.Break
                        || (s instanceof CStmt.If branch && (breaks(branch.then()) || breaks(branch.otherwise()))));
    }

    /** Whether a {@code continue} in {@code body} goes on with the loop it is the body of. */
    static boolean continues(List<CStmt> body) {
        return body.stream().anyMatch(Completion::continues);
    }

    private static boolean continues(CStmt s) {
        if (s instanceof CStmt.If branch) {
            return continues(branch.then()) || continues(branch.otherwise());
        }
        if (s instanceof CStmt.Switch choice) {
            return continues(choice.otherwise()) || choice.cases().stream().anyMatch(c -> continues(c.body()));
        }
        return s instanceof CStmt.Continue;
    }
}

package dev.toec.cgen;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Gives loops the form people write: {@code while} for a loop that tests first, {@code do} for one that tests last,
 * {@code for} where one variable counts.
 */
final class Loops extends StatementRewriter {
    private Loops() {}

    static List<CStmt> shape(List<CStmt> body) {
        return new Loops().rewrite(body);
    }

    @Override
    public CStmt loop(CStmt.For s) {
        CStmt.For loop = (CStmt.For) super.loop(s);
        loop = withCondition(loop);
        return loop.condition().isPresent() ? withStep(loop) : testingLast(loop);
    }

    /** {@code for (;;) { if (c) { break; } … }} tests first. */
    private static CStmt.For withCondition(CStmt.For loop) {
        int at = firstCode(loop.body());
        if (loop.condition().isPresent() || at < 0 || !(loop.body().get(at) instanceof CStmt.If test)) {
            return loop;
        }
        List<CStmt> rest = loop.body().subList(at + 1, loop.body().size());
        if (isBreak(test.then())) {
            List<CStmt> body = new ArrayList<>(test.otherwise());
            body.addAll(rest);
            return new CStmt.For(loop.init(), Optional.of(test.condition().negated()), loop.step(), body);
        }
        boolean whole = rest.isEmpty() && isBreak(test.otherwise());
        return whole ? new CStmt.For(loop.init(), Optional.of(test.condition()), loop.step(), test.then()) : loop;
    }

    private static int firstCode(List<CStmt> body) {
        for (int i = 0; i < body.size(); i++) {
            if (!(body.get(i) instanceof CStmt.Origin)) {
                return i;
            }
        }
        return -1;
    }

    private static boolean isBreak(List<CStmt> body) {
        return body.size() == 1 && body.get(0) instanceof CStmt.Break;
    }

    /** A last assignment to the variable the condition looks at is the step, if nothing jumps over it. */
    private static CStmt.For withStep(CStmt.For loop) {
        if (!loop.step().isEmpty() || Completion.continues(loop.body())) {
            return loop;
        }
        List<CStmt> body = loop.body();
        for (int i = body.size() - 1; i > 0 && body.get(i) instanceof CStmt.Assign step; i--) {
            List<CStmt> behind = body.subList(i + 1, body.size());
            if (counts(step, loop.condition().orElseThrow()) && areIndependent(step, behind)) {
                List<CStmt> rest = new ArrayList<>(body);
                rest.remove(i);
                return new CStmt.For(loop.init(), loop.condition(), List.of(step), rest);
            }
        }
        return loop;
    }

    private static boolean areIndependent(CStmt.Assign step, List<CStmt> behind) {
        return behind.stream().noneMatch(s -> Mentioned.in(s).stream().anyMatch(Mentioned.in(step)::contains));
    }

    private static boolean counts(CStmt.Assign step, CExpr condition) {
        return step.target() instanceof CExpr.Name counter
                && step.operator().isPresent()
                && Mentions.in(condition, counter.name());
    }

    /** {@code for (;;) { … if (c) { break; } }} tests last. */
    private static CStmt testingLast(CStmt.For loop) {
        int last = loop.body().size() - 1;
        boolean may = loop.step().isEmpty() && last > 0 && !Completion.continues(loop.body());
        if (may
                && loop.body().get(last) instanceof CStmt.If test
                && isBreak(test.then())
                && test.otherwise().isEmpty()) {
            return new CStmt.DoWhile(
                    loop.body().subList(0, last), test.condition().negated());
        }
        return loop;
    }

    /** An assignment right before a loop to the variable its step counts is the loop's. */
    @Override
    List<CStmt> list(List<CStmt> statements) {
        List<CStmt> out = new ArrayList<>();
        for (CStmt statement : statements) {
            out.add(statement instanceof CStmt.For loop ? withInit(loop, out) : statement);
        }
        return out;
    }

    private static CStmt withInit(CStmt.For loop, List<CStmt> before) {
        if (loop.step().size() != 1 || loop.init().isPresent()) {
            return loop;
        }
        CExpr counter = loop.step().get(0).target();
        for (int i = before.size() - 1; i >= 0 && before.get(i) instanceof CStmt.Assign assign; i--) {
            if (assign.target().equals(counter) && assign.operator().isEmpty()) {
                before.remove(i);
                return new CStmt.For(Optional.of(assign), loop.condition(), loop.step(), loop.body());
            }
            if (depends(assign, counter)) {
                return loop;
            }
        }
        return loop;
    }

    private static boolean depends(CStmt.Assign later, CExpr counter) {
        return Mentions.in(later.value(), ((CExpr.Name) counter).name())
                || later.target().equals(counter);
    }
}

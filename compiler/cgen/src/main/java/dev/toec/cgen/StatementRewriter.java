package dev.toec.cgen;

import java.util.ArrayList;
import java.util.List;

/** Copies statements, giving subclasses each statement after its inner ones were rewritten, and each list as a whole. */
abstract class StatementRewriter implements CStmt.Visitor<CStmt> {
    /** The same statements rewritten. */
    List<CStmt> rewrite(List<CStmt> statements) {
        List<CStmt> out = new ArrayList<>();
        statements.forEach(s -> out.add(s.accept(this)));
        return list(out);
    }

    /** What becomes of a list whose statements are rewritten already. */
    List<CStmt> list(List<CStmt> statements) {
        return statements;
    }

    @Override
    public CStmt declare(CStmt.Declare s) {
        return s;
    }

    @Override
    public CStmt assign(CStmt.Assign s) {
        return s;
    }

    @Override
    public CStmt evaluate(CStmt.Evaluate s) {
        return s;
    }

    @Override
    public CStmt branch(CStmt.If s) {
        return new CStmt.If(s.condition(), rewrite(s.then()), rewrite(s.otherwise()));
    }

    @Override
    public CStmt loop(CStmt.For s) {
        return new CStmt.For(s.init(), s.condition(), s.step(), rewrite(s.body()));
    }

    @Override
    public CStmt doWhile(CStmt.DoWhile s) {
        return new CStmt.DoWhile(rewrite(s.body()), s.condition());
    }

    @Override
    public CStmt switchOn(CStmt.Switch s) {
        List<CStmt.Switch.Case> cases = s.cases().stream()
                .map(c -> new CStmt.Switch.Case(c.labels(), rewrite(c.body())))
                .toList();
        return new CStmt.Switch(s.value(), cases, rewrite(s.otherwise()));
    }

    @Override
    public CStmt breakOff(CStmt.Break s) {
        return s;
    }

    @Override
    public CStmt continueLoop(CStmt.Continue s) {
        return s;
    }

    @Override
    public CStmt returns(CStmt.Return s) {
        return s;
    }

    @Override
    public CStmt jump(CStmt.Goto s) {
        return s;
    }

    @Override
    public CStmt label(CStmt.Label s) {
        return s;
    }

    @Override
    public CStmt comment(CStmt.Comment s) {
        return s;
    }

    @Override
    public CStmt origin(CStmt.Origin s) {
        return s;
    }
}

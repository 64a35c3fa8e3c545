package dev.toec.cgen;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The names that statements mention, in the order they do. */
class Mentioned extends StatementRewriter {
    private final Set<String> names = new LinkedHashSet<>();
    private final boolean deep;

    Mentioned(boolean deep) {
        this.deep = deep;
    }

    static Set<String> in(List<CStmt> statements) {
        Mentioned all = new Mentioned(true);
        all.rewrite(statements);
        return all.names;
    }

    static Set<String> in(CStmt statement) {
        return in(List.of(statement));
    }

    /** Those whose value matters: all but variables that are only assigned. */
    static Set<String> read(List<CStmt> statements) {
        Mentioned reads = new Mentioned(true) {
            @Override
            public CStmt assign(CStmt.Assign s) {
                boolean plain = s.target() instanceof CExpr.Name && s.operator().isEmpty();
                return plain ? super.evaluate(new CStmt.Evaluate(s.value())) : super.assign(s);
            }
        };
        reads.rewrite(statements);
        return reads.names;
    }

    /** Those in {@code statement} outside the blocks it holds. */
    static Set<String> inHead(CStmt statement) {
        Mentioned head = new Mentioned(false);
        statement.accept(head);
        return head.names;
    }

    /** The blocks {@code statement} holds. */
    static List<List<CStmt>> bodies(CStmt statement) {
        List<List<CStmt>> bodies = new ArrayList<>();
        statement.accept(new StatementRewriter() {
            @Override
            List<CStmt> rewrite(List<CStmt> statements) {
                bodies.add(statements);
                return statements;
            }
        });
        return bodies;
    }

    @Override
    List<CStmt> rewrite(List<CStmt> statements) {
        return deep ? super.rewrite(statements) : statements;
    }

    private void expression(CExpr expression) {
        Mentions.visit(expression, names::add);
    }

    @Override
    public CStmt declare(CStmt.Declare s) {
        names.add(s.name());
        s.value().ifPresent(this::expression);
        return s;
    }

    @Override
    public CStmt assign(CStmt.Assign s) {
        expression(s.value());
        expression(s.target());
        return s;
    }

    @Override
    public CStmt evaluate(CStmt.Evaluate s) {
        expression(s.expression());
        return s;
    }

    @Override
    public CStmt branch(CStmt.If s) {
        expression(s.condition());
        return super.branch(s);
    }

    @Override
    public CStmt loop(CStmt.For s) {
        s.init().ifPresent(i -> i.accept(this));
        s.condition().ifPresent(this::expression);
        s.step().forEach(this::assign);
        return super.loop(s);
    }

    @Override
    public CStmt doWhile(CStmt.DoWhile s) {
        expression(s.condition());
        return super.doWhile(s);
    }

    @Override
    public CStmt switchOn(CStmt.Switch s) {
        expression(s.value());
        return super.switchOn(s);
    }

    @Override
    public CStmt returns(CStmt.Return s) {
        s.value().ifPresent(this::expression);
        return s;
    }
}

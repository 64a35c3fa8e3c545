package dev.toec.cgen;

import java.util.List;
import java.util.function.Consumer;

/** Finds and replaces names in expressions. */
final class Mentions implements CExpr.Visitor<CExpr> {
    private final Consumer<String> seen;
    private final String name;
    private final CExpr replacement;

    private Mentions(Consumer<String> seen, String name, CExpr replacement) {
        this.seen = seen;
        this.name = name;
        this.replacement = replacement;
    }

    /** Whether {@code expression} mentions {@code name}. */
    static boolean in(CExpr expression, String name) {
        boolean[] found = {false};
        visit(expression, n -> found[0] |= n.equals(name));
        return found[0];
    }

    /** Hands every name in {@code expression} to {@code seen}. */
    static void visit(CExpr expression, Consumer<String> seen) {
        expression.accept(new Mentions(seen, null, null));
    }

    /** {@code expression} with {@code name} replaced. */
    static CExpr replace(CExpr expression, String name, CExpr replacement) {
        return expression.accept(new Mentions(n -> {}, name, replacement));
    }

    private CExpr copy(CExpr e) {
        return e.accept(this);
    }

    @Override
    public CExpr name(CExpr.Name e) {
        seen.accept(e.name());
        return e.name().equals(name) ? replacement : e;
    }

    @Override
    public CExpr literal(CExpr.Literal e) {
        return e;
    }

    @Override
    public CExpr prefix(CExpr.Prefix e) {
        return new CExpr.Prefix(e.operator(), copy(e.operand()));
    }

    @Override
    public CExpr binary(CExpr.Binary e) {
        return CExpr.binary(e.operator(), copy(e.left()), copy(e.right()));
    }

    @Override
    public CExpr conditional(CExpr.Conditional e) {
        return new CExpr.Conditional(copy(e.condition()), copy(e.whenTrue()), copy(e.whenFalse()));
    }

    @Override
    public CExpr cast(CExpr.Cast e) {
        return new CExpr.Cast(e.type(), copy(e.operand()));
    }

    @Override
    public CExpr call(CExpr.Call e) {
        List<CExpr> arguments = e.arguments().stream().map(this::copy).toList();
        return new CExpr.Call(e.function(), arguments);
    }

    @Override
    public CExpr member(CExpr.Member e) {
        return new CExpr.Member(copy(e.object()), e.pointer(), e.field());
    }

    @Override
    public CExpr index(CExpr.Index e) {
        return new CExpr.Index(copy(e.array()), copy(e.index()));
    }
}

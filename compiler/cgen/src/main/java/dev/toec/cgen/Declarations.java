package dev.toec.cgen;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Declares variables in the innermost block that holds every mention of them: where they get their value, or at the
 * start of the block for C89.
 */
final class Declarations {
    private final Map<String, CType> locals;
    private final boolean atBlockStart;

    private Declarations(Map<String, CType> locals, boolean atBlockStart) {
        this.locals = locals;
        this.atBlockStart = atBlockStart;
    }

    /** @param locals type by name of every variable to declare */
    static List<CStmt> place(List<CStmt> body, Map<String, CType> locals, boolean atBlockStart) {
        Set<String> inside = new LinkedHashSet<>(Mentioned.in(body));
        inside.retainAll(locals.keySet());
        return new Declarations(locals, atBlockStart).block(body, inside);
    }

    /** Declares {@code owned}, variables mentioned in {@code body} and nowhere else. */
    private List<CStmt> block(List<CStmt> body, Set<String> owned) {
        Set<String> here = new LinkedHashSet<>();
        List<Set<String>> inner = new ArrayList<>();
        body.forEach(s -> inner.add(new LinkedHashSet<>()));
        for (String name : owned) {
            int[] mentions = mentions(body, name);
            boolean nested = mentions.length == 1 && isNested(body.get(mentions[0]), name);
            (nested ? inner.get(mentions[0]) : here).add(name);
        }
        List<CStmt> out = new ArrayList<>();
        for (int i = 0; i < body.size(); i++) {
            out.add(inner(body.get(i), inner.get(i)));
        }
        return atBlockStart ? declaredAtStart(out, here) : declaredAtUse(out, here);
    }

    private static int[] mentions(List<CStmt> body, String name) {
        return java.util.stream.IntStream.range(0, body.size())
                .filter(i -> Mentioned.in(body.get(i)).contains(name))
                .toArray();
    }

    /** Whether one block inside {@code statement} holds every mention of {@code name} in it. */
    private boolean isNested(CStmt statement, String name) {
        if (statement instanceof CStmt.For loop && !atBlockStart && isCounter(loop, name)) {
            return true;
        }
        return !Mentioned.inHead(statement).contains(name)
                && Mentioned.bodies(statement).stream()
                                .filter(b -> Mentioned.in(b).contains(name))
                                .count()
                        == 1;
    }

    private static boolean isCounter(CStmt.For loop, String name) {
        return loop.init().orElse(null) instanceof CStmt.Assign init
                && init.target().equals(CExpr.name(name))
                && !Mentions.in(init.value(), name);
    }

    private CStmt inner(CStmt statement, Set<String> owned) {
        return owned.isEmpty() ? statement : statement.accept(new Inner(owned));
    }

    /** Declares variables inside the bodies of one statement. */
    private final class Inner extends StatementRewriter {
        private final Set<String> owned;

        Inner(Set<String> owned) {
            this.owned = owned;
        }

        @Override
        List<CStmt> rewrite(List<CStmt> statements) {
            Set<String> inside = new LinkedHashSet<>(owned);
            inside.retainAll(Mentioned.in(statements));
            return block(statements, inside);
        }

        @Override
        public CStmt loop(CStmt.For s) {
            Optional<CStmt> init = s.init().map(this::declared);
            init.filter(CStmt.Declare.class::isInstance).ifPresent(d -> owned.remove(((CStmt.Declare) d).name()));
            return new CStmt.For(init, s.condition(), s.step(), rewrite(s.body()));
        }

        private CStmt declared(CStmt init) {
            CStmt.Assign assign = (CStmt.Assign) init;
            boolean mine = assign.target() instanceof CExpr.Name name && owned.contains(name.name());
            return mine ? declaration(assign) : init;
        }
    }

    private CStmt declaration(CStmt.Assign assign) {
        String name = ((CExpr.Name) assign.target()).name();
        return new CStmt.Declare(locals.get(name), name, Optional.of(assign.value()));
    }

    private List<CStmt> declaredAtStart(List<CStmt> body, Set<String> names) {
        List<CStmt> out = new ArrayList<>();
        names.forEach(n -> out.add(new CStmt.Declare(locals.get(n), n, Optional.empty())));
        out.addAll(body);
        return out;
    }

    private List<CStmt> declaredAtUse(List<CStmt> body, Set<String> names) {
        List<CStmt> out = new ArrayList<>();
        Set<String> undeclared = new HashSet<>(names);
        for (CStmt statement : body) {
            Set<String> first = new LinkedHashSet<>(Mentioned.in(statement));
            first.retainAll(undeclared);
            undeclared.removeAll(first);
            boolean labelled = !out.isEmpty() && out.get(out.size() - 1) instanceof CStmt.Label;
            Optional<String> target =
                    labelled ? Optional.empty() : target(statement).filter(first::contains);
            target.ifPresent(first::remove);
            int at = labelled ? out.size() - 1 : out.size();
            for (String name : first) {
                out.add(at++, new CStmt.Declare(locals.get(name), name, Optional.empty()));
            }
            out.add(target.isPresent() ? declaration((CStmt.Assign) statement) : statement);
        }
        return out;
    }

    /** The variable {@code statement} gives a first value, without looking at it. */
    private static Optional<String> target(CStmt statement) {
        return statement instanceof CStmt.Assign assign
                        && assign.target() instanceof CExpr.Name name
                        && assign.operator().isEmpty()
                        && !Mentions.in(assign.value(), name.name())
                ? Optional.of(name.name())
                : Optional.empty();
    }
}

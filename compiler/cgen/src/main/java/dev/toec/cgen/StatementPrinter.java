package dev.toec.cgen;

import java.util.List;

/** Writes statements, four spaces a level, braces always, the opening one on the line of its statement. */
final class StatementPrinter implements CStmt.Visitor<Void> {
    private static final int STEP = 4;

    private final StringBuilder out;
    private final int indent;
    private final int columns;

    StatementPrinter(StringBuilder out, int indent, int columns) {
        this.out = out;
        this.indent = indent;
        this.columns = columns;
    }

    /** Writes {@code statements} in order; a comment and the code after a run of declarations begin a paragraph. */
    void print(List<CStmt> statements) {
        for (int i = 0; i < statements.size(); i++) {
            if (i > 0 && beginsParagraph(statements.get(i - 1), statements.get(i))) {
                out.append('\n');
            }
            statements.get(i).accept(this);
        }
    }

    private static boolean beginsParagraph(CStmt before, CStmt statement) {
        boolean afterBareDeclarations = before instanceof CStmt.Declare declared
                && declared.value().isEmpty()
                && !(statement instanceof CStmt.Declare);
        return statement instanceof CStmt.Comment || statement instanceof CStmt.Origin || afterBareDeclarations;
    }

    private void line(String text) {
        out.append(LineBreaks.wrap(text, indent, columns)).append('\n');
    }

    private void block(List<CStmt> body) {
        new StatementPrinter(out, indent + STEP, columns).print(body);
    }

    private static String text(CExpr expression) {
        return ExpressionPrinter.print(expression);
    }

    @Override
    public Void declare(CStmt.Declare s) {
        String value = s.value()
                .map(v -> " =" + LineBreaks.afterAssignment() + text(v))
                .orElse("");
        line(s.type().declare(s.name()) + value + ";");
        return null;
    }

    @Override
    public Void assign(CStmt.Assign s) {
        line(assignment(s) + ";");
        return null;
    }

    private static String assignment(CStmt.Assign s) {
        boolean one = s.value().equals(new CExpr.Literal("1"));
        if (one && s.operator().filter(o -> o == COperator.ADD).isPresent()) {
            return text(s.target()) + "++";
        }
        if (one && s.operator().filter(o -> o == COperator.SUB).isPresent()) {
            return text(s.target()) + "--";
        }
        String operator = s.operator().map(COperator::text).orElse("");
        return text(s.target()) + " " + operator + "=" + LineBreaks.afterAssignment() + text(s.value());
    }

    @Override
    public Void evaluate(CStmt.Evaluate s) {
        line(text(s.expression()) + ";");
        return null;
    }

    @Override
    public Void branch(CStmt.If s) {
        branch("", s);
        line("}");
        return null;
    }

    private void branch(String prefix, CStmt.If s) {
        line(prefix + "if (" + text(s.condition()) + ") {");
        block(s.then());
        if (s.otherwise().size() == 1 && s.otherwise().get(0) instanceof CStmt.If next) {
            branch("} else ", next);
        } else if (!s.otherwise().isEmpty()) {
            line("} else {");
            block(s.otherwise());
        }
    }

    @Override
    public Void loop(CStmt.For s) {
        line(head(s) + " {");
        block(s.body());
        line("}");
        return null;
    }

    private static String head(CStmt.For s) {
        String condition = s.condition().map(StatementPrinter::text).orElse("");
        if (s.init().isEmpty() && s.step().isEmpty()) {
            return condition.isEmpty() ? "for (;;)" : "while (" + condition + ")";
        }
        String step = String.join(
                ", ", s.step().stream().map(StatementPrinter::assignment).toList());
        String spaced = condition.isEmpty() ? "" : " " + condition;
        return "for (" + s.init().map(StatementPrinter::init).orElse("") + ";" + spaced + ";"
                + (step.isEmpty() ? "" : " ") + step + ")";
    }

    private static String init(CStmt init) {
        if (init instanceof CStmt.Declare d) {
            return d.type().declare(d.name())
                    + d.value().map(v -> " = " + text(v)).orElse("");
        }
        return assignment((CStmt.Assign) init);
    }

    @Override
    public Void doWhile(CStmt.DoWhile s) {
        line("do {");
        block(s.body());
        line("} while (" + text(s.condition()) + ");");
        return null;
    }

    @Override
    public Void switchOn(CStmt.Switch s) {
        line("switch (" + text(s.value()) + ") {");
        for (CStmt.Switch.Case c : s.cases()) {
            int last = c.labels().size() - 1;
            c.labels().subList(0, last).forEach(label -> line("case " + text(label) + ":"));
            arm("case " + text(c.labels().get(last)) + ":", c.body());
        }
        if (!s.otherwise().isEmpty()) {
            arm("default:", s.otherwise());
        }
        line("}");
        return null;
    }

    /** Before C23 a declaration behind a label needs a block of its own. */
    private void arm(String label, List<CStmt> body) {
        boolean declares = body.stream().anyMatch(CStmt.Declare.class::isInstance);
        line(declares ? label + " {" : label);
        block(body);
        if (declares) {
            line("}");
        }
    }

    @Override
    public Void breakOff(CStmt.Break s) {
        line("break;");
        return null;
    }

    @Override
    public Void continueLoop(CStmt.Continue s) {
        line("continue;");
        return null;
    }

    @Override
    public Void returns(CStmt.Return s) {
        line("return" + s.value().map(v -> " " + text(v)).orElse("") + ";");
        return null;
    }

    @Override
    public Void jump(CStmt.Goto s) {
        line("goto " + s.label() + ";");
        return null;
    }

    @Override
    public Void label(CStmt.Label s) {
        out.append(" ".repeat(Math.max(0, indent - STEP))).append(s.name()).append(":\n");
        return null;
    }

    @Override
    public Void comment(CStmt.Comment s) {
        line("/* " + s.text() + " */");
        return null;
    }

    @Override
    public Void origin(CStmt.Origin s) {
        line("/* " + Provenance.text(s.span()) + " */");
        return null;
    }
}

package dev.toec.cgen;

import dev.toec.source.Span;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** A statement of C. Bodies are lists; the printer always gives them braces. */
public sealed interface CStmt {
    <R> R accept(Visitor<R> visitor);

    /** Declares a local variable. */
    record Declare(CType type, String name, Optional<CExpr> value) implements CStmt {
        public Declare {
            Objects.requireNonNull(type);
            Objects.requireNonNull(name);
            Objects.requireNonNull(value);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.declare(this);
        }
    }

    /** {@code target = value;}, or {@code target operator= value;}. */
    record Assign(CExpr target, Optional<COperator> operator, CExpr value) implements CStmt {
        public Assign {
            Objects.requireNonNull(target);
            Objects.requireNonNull(operator);
            Objects.requireNonNull(value);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.assign(this);
        }
    }

    /** An expression for its effect. */
    record Evaluate(CExpr expression) implements CStmt {
        public Evaluate {
            Objects.requireNonNull(expression);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.evaluate(this);
        }
    }

    /** A branch; {@code otherwise} may be empty. */
    record If(CExpr condition, List<CStmt> then, List<CStmt> otherwise) implements CStmt {
        public If {
            Objects.requireNonNull(condition);
            then = List.copyOf(then);
            otherwise = List.copyOf(otherwise);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.branch(this);
        }
    }

    /** {@code for (init; condition; step)}; with a condition alone {@code while}, with nothing {@code for (;;)}. */
    record For(Optional<CStmt> init, Optional<CExpr> condition, List<Assign> step, List<CStmt> body) implements CStmt {
        public For {
            Objects.requireNonNull(init);
            Objects.requireNonNull(condition);
            step = List.copyOf(step);
            body = List.copyOf(body);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.loop(this);
        }
    }

    /** {@code do … while (condition);}. */
    record DoWhile(List<CStmt> body, CExpr condition) implements CStmt {
        public DoWhile {
            body = List.copyOf(body);
            Objects.requireNonNull(condition);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.doWhile(this);
        }
    }

    /** A switch; every body ends by leaving it, {@code otherwise} may be empty. */
    record Switch(CExpr value, List<Case> cases, List<CStmt> otherwise) implements CStmt {
        /** The labels of one body. */
        public record Case(List<CExpr> labels, List<CStmt> body) {
            public Case {
                labels = List.copyOf(labels);
                body = List.copyOf(body);
            }
        }

        public Switch {
            Objects.requireNonNull(value);
            cases = List.copyOf(cases);
            otherwise = List.copyOf(otherwise);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.switchOn(this);
        }
    }

    /** {@code break;}. */
    record Break() implements CStmt {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.breakOff(this);
        }
    }

    /** {@code continue;}. */
    record Continue() implements CStmt {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.continueLoop(this);
        }
    }

    /** {@code return;} or {@code return value;}. */
    record Return(Optional<CExpr> value) implements CStmt {
        public Return {
            Objects.requireNonNull(value);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.returns(this);
        }
    }

    /** {@code goto label;}: only where C has no structured form. */
    record Goto(String label) implements CStmt {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.jump(this);
        }
    }

    /** The target of a {@link Goto}. */
    record Label(String name) implements CStmt {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.label(this);
        }
    }

    /** A comment on a line of its own; the printer sets it off with a blank line. */
    record Comment(String text) implements CStmt {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.comment(this);
        }
    }

    /** Where the statements behind it come from; becomes a comment. */
    record Origin(Span span) implements CStmt {
        public Origin {
            Objects.requireNonNull(span);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.origin(this);
        }
    }

    /** One method per form of statement. */
    interface Visitor<R> {
        R declare(Declare statement);

        R assign(Assign statement);

        R evaluate(Evaluate statement);

        R branch(If statement);

        R loop(For statement);

        R doWhile(DoWhile statement);

        R switchOn(Switch statement);

        R breakOff(Break statement);

        R continueLoop(Continue statement);

        R returns(Return statement);

        R jump(Goto statement);

        R label(Label statement);

        R comment(Comment statement);

        R origin(Origin statement);
    }

    /** {@code target = value;}, in the short form where {@code value} begins with {@code target}. */
    static Assign assign(CExpr target, CExpr value) {
        if (value instanceof CExpr.Binary b
                && b.left().equals(target)
                && !b.operator().isLogical()
                && !b.operator().isComparison()) {
            return new Assign(target, Optional.of(b.operator()), b.right());
        }
        return new Assign(target, Optional.empty(), value);
    }

    /** Calls {@code function} for its effect. */
    static CStmt call(String function, CExpr... arguments) {
        return new Evaluate(CExpr.call(function, arguments));
    }
}

package dev.toec.cgen;

import java.util.List;
import java.util.Objects;

/** An expression of C. Parentheses are the printer's affair. */
public sealed interface CExpr {
    <R> R accept(Visitor<R> visitor);

    /** A variable, a parameter, an enumerator, a macro. */
    record Name(String name) implements CExpr {
        public Name {
            Objects.requireNonNull(name);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.name(this);
        }
    }

    /** A number or string as it is spelled. */
    record Literal(String text) implements CExpr {
        public Literal {
            Objects.requireNonNull(text);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.literal(this);
        }
    }

    /** A prefix operator: one of {@code - ! ~ * &}. */
    record Prefix(char operator, CExpr operand) implements CExpr {
        public Prefix {
            Objects.requireNonNull(operand);
            if ("-!~*&".indexOf(operator) < 0) {
                throw new IllegalArgumentException("no prefix operator: " + operator);
            }
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.prefix(this);
        }
    }

    /** A binary operator. */
    record Binary(COperator operator, CExpr left, CExpr right) implements CExpr {
        public Binary {
            Objects.requireNonNull(operator);
            Objects.requireNonNull(left);
            Objects.requireNonNull(right);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.binary(this);
        }
    }

    /** {@code condition ? whenTrue : whenFalse}. */
    record Conditional(CExpr condition, CExpr whenTrue, CExpr whenFalse) implements CExpr {
        public Conditional {
            Objects.requireNonNull(condition);
            Objects.requireNonNull(whenTrue);
            Objects.requireNonNull(whenFalse);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.conditional(this);
        }
    }

    /** {@code (type)operand}. */
    record Cast(CType type, CExpr operand) implements CExpr {
        public Cast {
            Objects.requireNonNull(type);
            Objects.requireNonNull(operand);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.cast(this);
        }
    }

    /** A call of a function or macro by name. */
    record Call(String function, List<CExpr> arguments) implements CExpr {
        public Call {
            Objects.requireNonNull(function);
            arguments = List.copyOf(arguments);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.call(this);
        }
    }

    /** {@code object.field}, or {@code object->field} through a pointer. */
    record Member(CExpr object, boolean pointer, String field) implements CExpr {
        public Member {
            Objects.requireNonNull(object);
            Objects.requireNonNull(field);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.member(this);
        }
    }

    /** {@code array[index]}. */
    record Index(CExpr array, CExpr index) implements CExpr {
        public Index {
            Objects.requireNonNull(array);
            Objects.requireNonNull(index);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.index(this);
        }
    }

    /** One method per form of expression. */
    interface Visitor<R> {
        R name(Name expression);

        R literal(Literal expression);

        R prefix(Prefix expression);

        R binary(Binary expression);

        R conditional(Conditional expression);

        R cast(Cast expression);

        R call(Call expression);

        R member(Member expression);

        R index(Index expression);
    }

    static CExpr name(String name) {
        return new Name(name);
    }

    static CExpr call(String function, CExpr... arguments) {
        return new Call(function, List.of(arguments));
    }

    static CExpr binary(COperator operator, CExpr left, CExpr right) {
        return new Binary(operator, left, right);
    }

    /** {@code &this}. */
    default CExpr address() {
        return new Prefix('&', this);
    }

    /** {@code this->field}. */
    default CExpr arrow(String field) {
        return new Member(this, true, field);
    }

    /** {@code this.field}. */
    default CExpr dot(String field) {
        return new Member(this, false, field);
    }

    /** The negation of this truth value, pushed inward where that reads better. */
    default CExpr negated() {
        return Negation.of(this);
    }
}

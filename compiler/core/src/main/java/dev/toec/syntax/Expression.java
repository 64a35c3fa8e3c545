package dev.toec.syntax;

import dev.toec.source.Span;
import java.math.BigInteger;
import java.util.List;

/** What has a value. */
public sealed interface Expression extends Ast {
    <R> R accept(Visitor<R> visitor);

    /** {@code name: value}; {@code name} alone stands for {@code name: name}. */
    record FieldValue(Name name, Expression value) {}

    /** An integer without a sign. */
    record Number(BigInteger value, Span span) implements Expression {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.number(this);
        }
    }

    /** {@code true} or {@code false}. */
    record Bool(boolean value, Span span) implements Expression {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.bool(this);
        }
    }

    /** {@code 10.0.0.1}. */
    record Ip4(long value, Span span) implements Expression {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.ip4(this);
        }
    }

    /** {@code 02:00:00:00:00:01}. */
    record Mac(long value, Span span) implements Expression {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.mac(this);
        }
    }

    /** A name by itself. */
    record Use(Name name, Span span) implements Expression {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.use(this);
        }
    }

    /** {@code !operand}, {@code -operand}, {@code ~operand}. */
    record Unary(UnaryOperator operator, Expression operand, Span span) implements Expression {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.unary(this);
        }
    }

    /** {@code left operator right}. */
    record Binary(BinaryOperator operator, Expression left, Expression right, Span span) implements Expression {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.binary(this);
        }
    }

    /** {@code operand as type}. */
    record Cast(Expression operand, Name type, Span span) implements Expression {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.cast(this);
        }
    }

    /** {@code target.name}. */
    record Member(Expression target, Name name, Span span) implements Expression {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.member(this);
        }
    }

    /** {@code target(arguments)}. */
    record Call(Expression target, List<Expression> arguments, Span span) implements Expression {
        public Call {
            arguments = List.copyOf(arguments);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.call(this);
        }
    }

    /** {@code target[index]}. */
    record Index(Expression target, Expression index, Span span) implements Expression {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.index(this);
        }
    }

    /** {@code type { field: value, … }}. */
    record StructValue(Name type, List<FieldValue> fields, Span span) implements Expression {
        public StructValue {
            fields = List.copyOf(fields);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.struct(this);
        }
    }

    /** What could not be read; a syntax error tells why. */
    record Broken(Span span) implements Expression {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.broken(this);
        }
    }

    /** One method per kind of expression. */
    interface Visitor<R> {
        R number(Number expression);

        R bool(Bool expression);

        R ip4(Ip4 expression);

        R mac(Mac expression);

        R use(Use expression);

        R unary(Unary expression);

        R binary(Binary expression);

        R cast(Cast expression);

        R member(Member expression);

        R call(Call expression);

        R index(Index expression);

        R struct(StructValue expression);

        R broken(Broken expression);
    }
}

package dev.toec.syntax;

import dev.toec.source.Span;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** A step of a handler or function. */
public sealed interface Statement extends Ast {
    <R> R accept(Visitor<R> visitor);

    /**
     * One condition of an {@code if} and what follows from it.
     *
     * @param binding the name behind {@code if let}
     */
    record Branch(Optional<Name> binding, Expression condition, Block block) {
        public Branch {
            Objects.requireNonNull(binding);
        }
    }

    /**
     * One arm of a {@code match}.
     *
     * @param patterns none for {@code else}
     */
    record Arm(List<Expression> patterns, Block body, Span span) {
        public Arm {
            patterns = List.copyOf(patterns);
        }

        /** Whether it takes what no other arm takes. */
        public boolean isElse() {
            return patterns.isEmpty();
        }
    }

    /** {@code { … }}, or a single statement where a block could stand. */
    record Block(List<Statement> statements, Span span) implements Statement {
        public Block {
            statements = List.copyOf(statements);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.block(this);
        }
    }

    /** {@code let name: type = value else otherwise}, or {@code var}. */
    record Let(Name name, Optional<Name> type, boolean mutable, Expression value, Optional<Block> otherwise, Span span)
            implements Statement {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.let(this);
        }
    }

    /** {@code view name = packet[offset] as header else otherwise}. */
    record View(Name name, Expression packet, Expression offset, Name header, Block otherwise, Span span)
            implements Statement {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.view(this);
        }
    }

    /** {@code if … else if … else}: the first branch whose condition holds. */
    record If(List<Branch> branches, Optional<Block> otherwise, Span span) implements Statement {
        public If {
            branches = List.copyOf(branches);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.branch(this);
        }
    }

    /** {@code match value { … }}. */
    record Match(Expression value, List<Arm> arms, Span span) implements Statement {
        public Match {
            arms = List.copyOf(arms);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.match(this);
        }
    }

    /** {@code for name in from..to { … }}. */
    record For(Name name, Expression from, Expression to, Block body, Span span) implements Statement {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.loop(this);
        }
    }

    /** {@code return value}. */
    record Return(Optional<Expression> value, Span span) implements Statement {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.returns(this);
        }
    }

    /** {@code break}. */
    record Break(Span span) implements Statement {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.breaks(this);
        }
    }

    /** {@code continue}. */
    record Continue(Span span) implements Statement {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.continues(this);
        }
    }

    /** {@code emit port(item)}. */
    record Emit(Name port, Expression item, Span span) implements Statement {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.emit(this);
        }
    }

    /** {@code drop(packet, reason)}. */
    record Drop(Expression packet, Name reason, Span span) implements Statement {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.drop(this);
        }
    }

    /** {@code remove entry}. */
    record Remove(Expression entry, Span span) implements Statement {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.remove(this);
        }
    }

    /** {@code target = value else otherwise}. */
    record Assign(Expression target, Expression value, Optional<Block> otherwise, Span span) implements Statement {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.assign(this);
        }
    }

    /** {@code target += value}. */
    record Add(Expression target, Expression value, Span span) implements Statement {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.add(this);
        }
    }

    /** {@code call(…) else otherwise}. */
    record Evaluate(Expression call, Optional<Block> otherwise, Span span) implements Statement {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.evaluate(this);
        }
    }

    /** What could not be read; a syntax error tells why. */
    record Broken(Span span) implements Statement {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.broken(this);
        }
    }

    /** One method per kind of statement. */
    interface Visitor<R> {
        R block(Block statement);

        R let(Let statement);

        R view(View statement);

        R branch(If statement);

        R match(Match statement);

        R loop(For statement);

        R returns(Return statement);

        R breaks(Break statement);

        R continues(Continue statement);

        R emit(Emit statement);

        R drop(Drop statement);

        R remove(Remove statement);

        R assign(Assign statement);

        R add(Add statement);

        R evaluate(Evaluate statement);

        R broken(Broken statement);
    }
}

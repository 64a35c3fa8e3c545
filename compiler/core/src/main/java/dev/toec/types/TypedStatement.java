package dev.toec.types;

import dev.toec.source.Span;
import java.math.BigInteger;
import java.util.List;
import java.util.Optional;

/** A statement whose meaning is settled. */
sealed interface TypedStatement {
    Span span();

    <R> R accept(Visitor<R> visitor);

    /** Values of a match and what follows from them. */
    record Case(List<BigInteger> values, Block block) {
        public Case {
            values = List.copyOf(values);
        }
    }

    /** Steps one after another. */
    record Block(List<TypedStatement> statements, Span span) implements TypedStatement {
        public Block {
            statements = List.copyOf(statements);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.block(this);
        }
    }

    /** A local begins with a value. */
    record Declare(Symbol.Local local, TypedExpression value, Span span) implements TypedStatement {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.declare(this);
        }
    }

    /** A mutable local, or the part of it that begins at scalar {@code first}, gets a value. */
    record Assign(Symbol.Local local, int first, TypedExpression value, Span span) implements TypedStatement {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.assign(this);
        }
    }

    /** A variable of the module gets a value. */
    record StoreVariable(Symbol.Variable variable, TypedExpression value, Span span) implements TypedStatement {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.storeVariable(this);
        }
    }

    /** A field is written into a packet. */
    record StoreField(Symbol.View view, Type.Header.Member member, TypedExpression value, Span span)
            implements TypedStatement {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.storeField(this);
        }
    }

    /** A counter grows. */
    record AddCounter(Symbol.Counter counter, TypedExpression amount, Span span) implements TypedStatement {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.addCounter(this);
        }
    }

    /** The packet is long enough for a view, or {@code otherwise} is done, which leaves. */
    record MakeView(Symbol.View view, Block otherwise, Span span) implements TypedStatement {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.makeView(this);
        }
    }

    /** A choice. */
    record If(TypedExpression condition, Block then, Block otherwise, Span span) implements TypedStatement {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.branch(this);
        }
    }

    /** An entry is found, or {@code otherwise} is done, which leaves. */
    record Find(Symbol.Local local, Symbol.Table table, TypedExpression key, Block otherwise, Span span)
            implements TypedStatement {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.find(this);
        }
    }

    /** A choice by whether an entry is found. */
    record IfFound(Symbol.Local local, Symbol.Table table, TypedExpression key, Block then, Block otherwise, Span span)
            implements TypedStatement {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.ifFound(this);
        }
    }

    /** An entry is written; {@code full} is done where the table has no room, and control goes on. */
    record Insert(Symbol.Table table, TypedExpression key, TypedExpression value, Block full, Span span)
            implements TypedStatement {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.insert(this);
        }
    }

    /** An entry is removed if it is there. */
    record RemoveEntry(Symbol.Table table, TypedExpression key, Span span) implements TypedStatement {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.removeEntry(this);
        }
    }

    /** Bytes are taken out of a packet; without {@code otherwise} they are proved to be there. */
    record RemoveBytes(
            TypedExpression packet, TypedExpression offset, TypedExpression count, Optional<Block> otherwise, Span span)
            implements TypedStatement {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.removeBytes(this);
        }
    }

    /** A choice by value. */
    record Match(TypedExpression value, List<Case> cases, Optional<Block> otherwise, Span span)
            implements TypedStatement {
        public Match {
            cases = List.copyOf(cases);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.match(this);
        }
    }

    /** A loop over {@code from} to {@code to - 1}. */
    record For(Symbol.Local local, long from, long to, Block body, Span span) implements TypedStatement {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.loop(this);
        }
    }

    /** Leaves the innermost loop. */
    record Break(Span span) implements TypedStatement {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.breaks(this);
        }
    }

    /** Goes on with the next round of the innermost loop. */
    record Continue(Span span) implements TypedStatement {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.continues(this);
        }
    }

    /** Leaves the function or handler. */
    record Return(Optional<TypedExpression> value, Span span) implements TypedStatement {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.returns(this);
        }
    }

    /** A work item is handed to an out port. */
    record Emit(Symbol.Port port, TypedExpression item, Span span) implements TypedStatement {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.emit(this);
        }
    }

    /** A packet ends. */
    record Drop(TypedExpression packet, String reason, Span span) implements TypedStatement {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.drop(this);
        }
    }

    /** A call without a result. */
    record Evaluate(TypedExpression call, Span span) implements TypedStatement {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.evaluate(this);
        }
    }

    /** One method per kind of statement. */
    interface Visitor<R> {
        R block(Block statement);

        R declare(Declare statement);

        R assign(Assign statement);

        R storeVariable(StoreVariable statement);

        R storeField(StoreField statement);

        R addCounter(AddCounter statement);

        R makeView(MakeView statement);

        R branch(If statement);

        R find(Find statement);

        R ifFound(IfFound statement);

        R insert(Insert statement);

        R removeEntry(RemoveEntry statement);

        R removeBytes(RemoveBytes statement);

        R match(Match statement);

        R loop(For statement);

        R breaks(Break statement);

        R continues(Continue statement);

        R returns(Return statement);

        R emit(Emit statement);

        R drop(Drop statement);

        R evaluate(Evaluate statement);
    }
}

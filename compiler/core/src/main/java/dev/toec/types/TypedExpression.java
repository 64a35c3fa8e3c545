package dev.toec.types;

import dev.toec.ir.BinaryOp;
import dev.toec.ir.CompareOp;
import dev.toec.ir.UnaryOp;
import dev.toec.source.Span;
import java.math.BigInteger;
import java.util.List;

/** An expression whose meaning is settled: names resolved, conversions written out, operators chosen by type. */
sealed interface TypedExpression {
    Type type();

    Span span();

    <R> R accept(Visitor<R> visitor);

    /** A value known here and now. */
    record Constant(BigInteger value, Type type, Span span) implements TypedExpression {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.constant(this);
        }
    }

    /** The value of a local. */
    record Read(Symbol.Local local, Span span) implements TypedExpression {
        @Override
        public Type type() {
            return local.type();
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.read(this);
        }
    }

    /** A field of a struct value. */
    record FieldOf(TypedExpression struct, Type.Struct.Member member, Type type, Span span) implements TypedExpression {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.fieldOf(this);
        }
    }

    /** A struct value; one expression per field in the order of the type. */
    record StructValue(Type.Struct type, List<TypedExpression> fields, Span span) implements TypedExpression {
        public StructValue {
            fields = List.copyOf(fields);
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.structValue(this);
        }
    }

    /** A field read from a packet. */
    record ViewField(Symbol.View view, Type.Header.Member member, Type type, Span span) implements TypedExpression {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.viewField(this);
        }
    }

    /** A variable of the module. */
    record VariableRead(Symbol.Variable variable, Span span) implements TypedExpression {
        @Override
        public Type type() {
            return variable.type();
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.variableRead(this);
        }
    }

    /** Negation or complement. */
    record Unary(UnaryOp op, TypedExpression operand, Span span) implements TypedExpression {
        @Override
        public Type type() {
            return operand.type();
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.unary(this);
        }
    }

    /** Arithmetic; both operands have the width of the result. */
    record Binary(BinaryOp op, TypedExpression left, TypedExpression right, Type type, Span span)
            implements TypedExpression {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.binary(this);
        }
    }

    /** A comparison of two scalars of one width. */
    record Compare(CompareOp op, TypedExpression left, TypedExpression right, Span span) implements TypedExpression {
        @Override
        public Type type() {
            return Type.Basic.BOOL;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.compare(this);
        }
    }

    /** {@code &&} or {@code ||}: the right operand is evaluated only where it decides. */
    record Logical(boolean and, TypedExpression left, TypedExpression right, Span span) implements TypedExpression {
        @Override
        public Type type() {
            return Type.Basic.BOOL;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.logical(this);
        }
    }

    /** Whether {@code low <= value <= high} in sequence space: {@code high - low >= value - low}, unsigned. */
    record Between(TypedExpression value, TypedExpression low, TypedExpression high, Span span)
            implements TypedExpression {
        @Override
        public Type type() {
            return Type.Basic.BOOL;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.between(this);
        }
    }

    /** The operand as another scalar type: widened by its sign, or cut. */
    record Convert(TypedExpression operand, Type type, Span span) implements TypedExpression {
        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.convert(this);
        }
    }

    /** How many bytes a packet has. */
    record PacketLength(TypedExpression packet, Span span) implements TypedExpression {
        @Override
        public Type type() {
            return Type.U32;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.packetLength(this);
        }
    }

    /** A call; packets among the arguments are borrowed. */
    record Call(Symbol.Fn fn, List<TypedExpression> arguments, Span span) implements TypedExpression {
        public Call {
            arguments = List.copyOf(arguments);
        }

        @Override
        public Type type() {
            return fn.result();
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.call(this);
        }
    }

    /** Runs the programs attached to a hook. */
    record HookCall(Symbol.Hook hook, TypedExpression packet, Span span) implements TypedExpression {
        @Override
        public Type type() {
            return Type.Enumeration.VERDICT;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.hookCall(this);
        }
    }

    /** What is wrong, and said to be so already; never lowered. */
    record Broken(Span span) implements TypedExpression {
        @Override
        public Type type() {
            return Type.Basic.ERROR;
        }

        @Override
        public <R> R accept(Visitor<R> visitor) {
            return visitor.broken(this);
        }
    }

    /** One method per kind of expression. */
    interface Visitor<R> {
        R constant(Constant expression);

        R read(Read expression);

        R fieldOf(FieldOf expression);

        R structValue(StructValue expression);

        R viewField(ViewField expression);

        R variableRead(VariableRead expression);

        R unary(Unary expression);

        R binary(Binary expression);

        R compare(Compare expression);

        R logical(Logical expression);

        R between(Between expression);

        R convert(Convert expression);

        R packetLength(PacketLength expression);

        R call(Call expression);

        R hookCall(HookCall expression);

        R broken(Broken expression);
    }
}

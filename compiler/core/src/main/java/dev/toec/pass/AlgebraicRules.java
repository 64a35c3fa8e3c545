package dev.toec.pass;

import dev.toec.ir.Arithmetic;
import dev.toec.ir.BinaryOp;
import dev.toec.ir.CompareOp;
import dev.toec.ir.ConvertOp;
import dev.toec.ir.Instruction;
import dev.toec.ir.Instruction.Binary;
import dev.toec.ir.Instruction.Compare;
import dev.toec.ir.Instruction.Constant;
import dev.toec.ir.Instruction.Convert;
import dev.toec.ir.Instruction.Select;
import dev.toec.ir.Instruction.Unary;
import dev.toec.ir.IrType;
import dev.toec.ir.Terminator;
import dev.toec.ir.UnaryOp;
import dev.toec.ir.Value;
import java.util.List;

/** Laws of integer arithmetic as rewriting rules for one instruction at a time. */
final class AlgebraicRules {
    private final Definitions definitions;

    AlgebraicRules(Definitions definitions) {
        this.definitions = definitions;
    }

    /** The operand that {@code i} returns unchanged whatever its other operands are, or {@code null}. */
    Value operandFor(Instruction i) {
        if (i instanceof Binary binary) {
            return sameAsLeft(binary) ? binary.left() : null;
        }
        if (i instanceof Select select) {
            return chosen(select);
        }
        return i instanceof Convert convert ? original(convert) : null;
    }

    private boolean sameAsLeft(Binary i) {
        Long right = definitions.constant(i.right());
        if (right == null || definitions.constant(i.left()) != null) {
            boolean idempotent = i.op() == BinaryOp.AND || i.op() == BinaryOp.OR;
            return idempotent && i.left().id() == i.right().id();
        }
        return switch (i.op()) {
            case ADD, SUB, OR, XOR -> right == 0;
            case SHL, LSHR, ASHR -> (right & (i.result().type().bits() - 1)) == 0;
            case MUL, UDIV -> right == 1;
            case SDIV -> right == 1 && i.result().type().bits() > 1;
            case AND -> (possibleBits(i.left()) & ~right) == 0;
            case UREM, SREM -> right == 0;
        };
    }

    private Value chosen(Select i) {
        if (i.whenTrue().id() == i.whenFalse().id()) {
            return i.whenTrue();
        }
        Long condition = definitions.constant(i.condition());
        return condition == null ? null : condition != 0 ? i.whenTrue() : i.whenFalse();
    }

    /** The operand of an extension that a truncation undoes. */
    private Value original(Convert i) {
        boolean undone = i.op() == ConvertOp.TRUNCATE
                && definitions.definition(i.operand()) instanceof Convert inner
                && inner.op() != ConvertOp.TRUNCATE
                && inner.operand().type() == i.result().type();
        return undone ? ((Convert) definitions.definition(i.operand())).operand() : null;
    }

    /** All bits that {@code value} can have set, as far as its definition tells. */
    private long possibleBits(Value value) {
        Instruction definition = definitions.definition(value);
        if (definition instanceof Constant constant) {
            return constant.bits();
        }
        if (definition instanceof Convert convert && convert.op() == ConvertOp.ZERO_EXTEND) {
            return convert.operand().type().mask();
        }
        if (definition instanceof Instruction.PacketLoad load) {
            return load.bytes() == 8 ? -1L : (1L << load.bytes() * 8) - 1;
        }
        if (definition instanceof Binary binary && definitions.constant(binary.right()) != null) {
            long right = definitions.constant(binary.right());
            return switch (binary.op()) {
                case AND -> right;
                case LSHR -> value.type().mask() >>> (right & (value.type().bits() - 1));
                default -> value.type().mask();
            };
        }
        return value.type().mask();
    }

    /**
     * {@code i} or a cheaper instruction with the same result.
     *
     * @param body where a constant that the new instruction needs is added
     */
    Instruction simplify(Instruction i, List<Instruction> body) {
        if (i instanceof Binary binary) {
            return simplify(binary, body);
        }
        if (i instanceof Compare compare) {
            return simplify(compare);
        }
        if (i instanceof Unary unary) {
            return simplify(unary);
        }
        return i instanceof Convert convert ? simplify(convert) : i;
    }

    private Instruction simplify(Binary i, List<Instruction> body) {
        Long left = definitions.constant(i.left());
        Long right = definitions.constant(i.right());
        IrType type = i.result().type();
        if (left != null && right != null) {
            return new Constant(i.result(), Arithmetic.binary(i.op(), type, left, right), i.span());
        }
        boolean absorbed = right != null && right == 0 && (i.op() == BinaryOp.AND || i.op() == BinaryOp.MUL);
        boolean cancelled = i.left().id() == i.right().id() && (i.op() == BinaryOp.SUB || i.op() == BinaryOp.XOR);
        if (absorbed || cancelled) {
            return new Constant(i.result(), 0, i.span());
        }
        if (left != null && commutes(i.op())) {
            return new Binary(i.result(), i.op(), i.right(), i.left(), i.span());
        }
        return right != null && i.op() == BinaryOp.ADD ? sum(i, right, body) : i;
    }

    /** {@code (x + a) + b} as {@code x + (a + b)}. */
    private Instruction sum(Binary i, long right, List<Instruction> body) {
        if (!(definitions.definition(i.left()) instanceof Binary inner) || inner.op() != BinaryOp.ADD) {
            return i;
        }
        Long first = definitions.constant(inner.right());
        if (first == null) {
            return i;
        }
        Constant sum = new Constant(definitions.fresh(i.result().type()), first + right, i.span());
        definitions.define(sum);
        body.add(sum);
        return new Binary(i.result(), BinaryOp.ADD, inner.left(), sum.result(), i.span());
    }

    private static boolean commutes(BinaryOp op) {
        return switch (op) {
            case ADD, MUL, AND, OR, XOR -> true;
            case SUB, UDIV, UREM, SDIV, SREM, SHL, LSHR, ASHR -> false;
        };
    }

    private Instruction simplify(Compare i) {
        Long left = definitions.constant(i.left());
        Long right = definitions.constant(i.right());
        if (left != null && right != null) {
            boolean holds = Arithmetic.compare(i.op(), i.left().type(), left, right);
            return new Constant(i.result(), holds ? 1 : 0, i.span());
        }
        if (i.left().id() == i.right().id()) {
            boolean holds = Arithmetic.compare(i.op(), i.left().type(), 0, 0);
            return new Constant(i.result(), holds ? 1 : 0, i.span());
        }
        if (left != null) {
            return simplify(new Compare(i.result(), i.op().mirrored(), i.right(), i.left(), i.span()));
        }
        Boolean holds = right == null ? null : whateverLeftIs(i.op(), i.right().type(), right);
        return holds == null ? i : new Constant(i.result(), holds ? 1 : 0, i.span());
    }

    /** Whether {@code x op right} holds, where that is so for every {@code x} or for none; otherwise {@code null}. */
    private static Boolean whateverLeftIs(CompareOp op, IrType type, long right) {
        long greatestSigned = type.mask() >>> 1;
        long leastSigned = type.mask() ^ greatestSigned;
        return switch (op) {
            case EQ, NE -> null;
            case UGE, ULT -> right == 0 ? op == CompareOp.UGE : null;
            case ULE, UGT -> right == type.mask() ? op == CompareOp.ULE : null;
            case SGE, SLT -> right == leastSigned ? op == CompareOp.SGE : null;
            case SLE, SGT -> right == greatestSigned ? op == CompareOp.SLE : null;
        };
    }

    private Instruction simplify(Unary i) {
        Long operand = definitions.constant(i.operand());
        if (operand != null) {
            return new Constant(i.result(), Arithmetic.unary(i.op(), i.result().type(), operand), i.span());
        }
        if (i.op() == UnaryOp.NOT && definitions.definition(i.operand()) instanceof Compare compare) {
            return new Compare(i.result(), compare.op().negated(), compare.left(), compare.right(), i.span());
        }
        return i;
    }

    private Instruction simplify(Convert i) {
        IrType from = i.operand().type();
        Long operand = definitions.constant(i.operand());
        if (operand != null) {
            long bits = Arithmetic.convert(i.op(), from, i.result().type(), operand);
            return new Constant(i.result(), bits, i.span());
        }
        boolean twice = definitions.definition(i.operand()) instanceof Convert inner && inner.op() == i.op();
        return twice
                ? new Convert(i.result(), i.op(), ((Convert) definitions.definition(i.operand())).operand(), i.span())
                : i;
    }

    /** {@code branch} on the operand of a negation, with its targets exchanged. */
    Terminator withoutNegation(Terminator.Branch branch) {
        boolean negated =
                definitions.definition(branch.condition()) instanceof Unary unary && unary.op() == UnaryOp.NOT;
        if (!negated) {
            return branch;
        }
        Value operand = ((Unary) definitions.definition(branch.condition())).operand();
        return new Terminator.Branch(operand, branch.whenFalse(), branch.whenTrue(), branch.span());
    }
}

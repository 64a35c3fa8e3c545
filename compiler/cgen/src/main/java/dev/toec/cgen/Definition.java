package dev.toec.cgen;

import dev.toec.ir.ConvertOp;
import dev.toec.ir.Instruction;
import dev.toec.ir.Instruction.*;
import dev.toec.ir.IrType;
import dev.toec.ir.UnaryOp;
import dev.toec.ir.Value;

/**
 * The expression of one instruction with a result. With {@code exact} false the caller converts it to the result's type,
 * so that a cast would be idle.
 */
final class Definition implements Instruction.Visitor<Typed> {
    private final Expressions expressions;
    private final Dialect dialect;
    private final boolean exact;

    Definition(Expressions expressions, boolean exact) {
        this.expressions = expressions;
        this.dialect = expressions.dialect();
        this.exact = exact;
    }

    private static IllegalStateException noResult(Instruction instruction) {
        return new IllegalStateException("no expression: " + instruction);
    }

    private CExpr converted(Value value) {
        return expressions.converted(value);
    }

    @Override
    public Typed constant(Constant i) {
        if (i.result().type() == IrType.I1) {
            return Typed.exact(CExpr.name(i.bits() == 0 ? "false" : "true"), IrType.I1);
        }
        CExpr literal = dialect.enumerator(i.symbol()).orElseGet(() -> Literals.unsigned(i.bits(), false));
        int bits = Long.SIZE - Long.numberOfLeadingZeros(i.bits());
        Typed.Rank rank = bits > 32 ? Typed.Rank.UNSIGNED_LONG : bits == 32 ? Typed.Rank.UNSIGNED : Typed.Rank.INT;
        return Typed.exact(literal, rank, bits);
    }

    @Override
    public Typed binary(Binary i) {
        return new Arithmetic(expressions, exact).binary(i);
    }

    @Override
    public Typed compare(Compare i) {
        return Typed.exact(new Comparison(expressions).of(i), IrType.I1);
    }

    @Override
    public Typed unary(Unary i) {
        IrType type = i.result().type();
        if (i.op() == UnaryOp.BYTE_SWAP) {
            return Typed.exact(dialect.byteSwap(type, converted(i.operand())), type);
        }
        if (type == IrType.I1) {
            CExpr truth = expressions.truth(i.operand());
            return Typed.exact(i.op() == UnaryOp.NOT ? truth.negated() : truth, IrType.I1);
        }
        char operator = i.op() == UnaryOp.NOT ? '~' : '-';
        Typed operand = expressions.typed(i.operand(), true);
        if (type.bits() < 32) {
            return Typed.congruent(new CExpr.Prefix(operator, operand.expression()), Typed.Rank.INT, type.bits() + 1);
        }
        return Typed.exact(new CExpr.Prefix(operator, Arithmetic.inType(operand, type, dialect)), type);
    }

    @Override
    public Typed convert(Convert i) {
        IrType from = i.operand().type();
        IrType to = i.result().type();
        if (i.op() == ConvertOp.ZERO_EXTEND) {
            return expressions.typed(i.operand(), true);
        }
        if (to == IrType.I1) {
            CExpr low = CExpr.binary(COperator.AND, expressions.exact(i.operand()), new CExpr.Literal("1"));
            return Typed.exact(CExpr.binary(COperator.NE, low, new CExpr.Literal("0")), IrType.I1);
        }
        if (i.op() == ConvertOp.TRUNCATE) {
            Typed operand = expressions.typed(i.operand(), true);
            return Typed.congruent(operand.expression(), operand.rank(), operand.bits());
        }
        if (from == IrType.I1) {
            CExpr all = Literals.unsigned(to.mask(), true);
            return Typed.exact(new CExpr.Conditional(expressions.truth(i.operand()), all, new CExpr.Literal("0")), to);
        }
        CExpr signed = new CExpr.Cast(Arithmetic.signed(from), converted(i.operand()));
        return to.bits() < 32 || !exact
                ? Typed.congruent(signed, Typed.Rank.INT, to.bits())
                : Typed.exact(new CExpr.Cast(dialect.type(to), signed), to);
    }

    @Override
    public Typed select(Select i) {
        boolean narrow = i.result().type().bits() < 32;
        Typed whenTrue = expressions.typed(i.whenTrue(), exact || !narrow);
        Typed whenFalse = expressions.typed(i.whenFalse(), exact || !narrow);
        CExpr choice =
                new CExpr.Conditional(expressions.truth(i.condition()), whenTrue.expression(), whenFalse.expression());
        Typed.Rank rank = whenTrue.rank().compareTo(whenFalse.rank()) > 0 ? whenTrue.rank() : whenFalse.rank();
        int bits = Math.max(whenTrue.bits(), whenFalse.bits());
        return new Typed(choice, rank, whenTrue.exact() && whenFalse.exact(), bits);
    }

    @Override
    public Typed packetLength(PacketLength i) {
        return Typed.exact(dialect.packetLength(i, converted(i.packet())), IrType.I32);
    }

    @Override
    public Typed packetLoad(PacketLoad i) {
        CExpr load = dialect.packetLoad(i, converted(i.packet()), converted(i.offset()));
        return Typed.exact(load, i.result().type());
    }

    @Override
    public Typed variableLoad(VariableLoad i) {
        return Typed.exact(dialect.variableLoad(i), i.result().type());
    }

    @Override
    public Typed tableFind(TableFind i) {
        return Typed.exact(dialect.tableFind(i, expressions.converted(i.key())), IrType.ENTRY);
    }

    @Override
    public Typed entryPresent(EntryPresent i) {
        return Typed.exact(dialect.entryPresent(i, converted(i.entry())), IrType.I1);
    }

    @Override
    public Typed fieldLoad(FieldLoad i) {
        return Typed.exact(
                dialect.fieldLoad(i, converted(i.entry())), i.result().type());
    }

    @Override
    public Typed bytesLoad(BytesLoad i) {
        CExpr load = dialect.bytesLoad(i, converted(i.entry()), converted(i.offset()));
        return Typed.exact(load, i.result().type());
    }

    @Override
    public Typed tableInsert(TableInsert i) {
        CExpr insert = dialect.tableInsert(i, expressions.converted(i.key()), expressions.converted(i.value()));
        return Typed.exact(insert, IrType.I1);
    }

    @Override
    public Typed tableRemove(TableRemove i) {
        return Typed.exact(dialect.tableRemove(i, expressions.converted(i.key())), IrType.I1);
    }

    @Override
    public Typed call(Call i) {
        return Typed.exact(expressions.call(i), i.results().get(0).type());
    }

    @Override
    public Typed packetStore(PacketStore i) {
        throw noResult(i);
    }

    @Override
    public Typed packetRemove(PacketRemove i) {
        throw noResult(i);
    }

    @Override
    public Typed packetDrop(PacketDrop i) {
        throw noResult(i);
    }

    @Override
    public Typed emit(Emit i) {
        throw noResult(i);
    }

    @Override
    public Typed skip(Skip i) {
        throw noResult(i);
    }

    @Override
    public Typed counterAdd(CounterAdd i) {
        throw noResult(i);
    }

    @Override
    public Typed variableStore(VariableStore i) {
        throw noResult(i);
    }

    @Override
    public Typed fieldStore(FieldStore i) {
        throw noResult(i);
    }

    @Override
    public Typed bytesStore(BytesStore i) {
        throw noResult(i);
    }

    @Override
    public Typed bytesAdd(BytesAdd i) {
        throw noResult(i);
    }

    @Override
    public Typed hookCall(HookCall i) {
        throw new IllegalStateException("hook " + i.hook() + " is not linked");
    }
}

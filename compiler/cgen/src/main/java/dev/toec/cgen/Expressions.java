package dev.toec.cgen;

import dev.toec.ir.Instruction;
import dev.toec.ir.IrType;
import dev.toec.ir.Value;
import java.util.ArrayList;
import java.util.List;

/** Writes values: by the name of their variable, or as the folded expression. */
final class Expressions {
    private final Uses uses;
    private final Variables variables;
    private final Dialect dialect;

    Expressions(Uses uses, Variables variables, Dialect dialect) {
        this.uses = uses;
        this.variables = variables;
        this.dialect = dialect;
    }

    Dialect dialect() {
        return dialect;
    }

    /** {@code value} where it is converted to its type: assigned, passed, returned. */
    CExpr converted(Value value) {
        return value.type() == IrType.I1 ? truth(value) : typed(value, false).expression();
    }

    List<CExpr> converted(List<Value> values) {
        return values.stream().map(this::converted).toList();
    }

    /** {@code call} with what its callee looks at. */
    CExpr call(Instruction.Call call) {
        List<CExpr> arguments = new ArrayList<>(dialect.contextArguments(call));
        arguments.addAll(converted(uses.operands(call)));
        return new CExpr.Call(dialect.calledName(call), arguments);
    }

    /** {@code value} where nothing converts it. */
    CExpr exact(Value value) {
        return typed(value, true).expression();
    }

    /** An {@code i1} where only its truth counts. */
    CExpr truth(Value value) {
        Instruction definition = folded(value);
        if (definition instanceof Instruction.Convert convert) {
            return CExpr.binary(COperator.AND, exact(convert.operand()), new CExpr.Literal("1"));
        }
        return exact(value);
    }

    /** The instruction whose expression stands for {@code value}; {@code null} where it has a variable. */
    Instruction folded(Value value) {
        return variables.expression(value) == null ? uses.definition(value) : null;
    }

    Typed typed(Value value, boolean exact) {
        CExpr held = variables.expression(value);
        return held == null ? define(uses.definition(value), exact) : Typed.exact(held, value.type());
    }

    /** The expression of {@code instruction}, which has one result. */
    Typed define(Instruction instruction, boolean exact) {
        Typed typed = instruction.accept(new Definition(this, exact));
        IrType type = instruction.results().get(0).type();
        return exact && !typed.exact()
                ? Typed.exact(new CExpr.Cast(dialect.type(type), typed.expression()), type)
                : typed;
    }

    /** The expression of {@code instruction} where it is converted to the type of its result. */
    CExpr assigned(Instruction instruction) {
        if (instruction instanceof Instruction.Convert c && c.result().type() == IrType.I1) {
            return CExpr.binary(COperator.AND, exact(c.operand()), new CExpr.Literal("1"));
        }
        return define(instruction, false).expression();
    }
}

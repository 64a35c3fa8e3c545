package dev.toec.types;

/** Whether an expression may be evaluated although its value may not be needed: it calls nothing. */
final class Purity implements TypedExpression.Visitor<Boolean> {
    private static final Purity PURITY = new Purity();

    private Purity() {}

    static boolean isPure(TypedExpression expression) {
        return expression.accept(PURITY);
    }

    @Override
    public Boolean constant(TypedExpression.Constant expression) {
        return true;
    }

    @Override
    public Boolean read(TypedExpression.Read expression) {
        return true;
    }

    @Override
    public Boolean fieldOf(TypedExpression.FieldOf expression) {
        return isPure(expression.struct());
    }

    @Override
    public Boolean structValue(TypedExpression.StructValue expression) {
        for (TypedExpression field : expression.fields()) {
            if (!isPure(field)) {
                return false;
            }
        }
        return true;
    }

    @Override
    public Boolean viewField(TypedExpression.ViewField expression) {
        return true;
    }

    @Override
    public Boolean variableRead(TypedExpression.VariableRead expression) {
        return true;
    }

    @Override
    public Boolean unary(TypedExpression.Unary expression) {
        return isPure(expression.operand());
    }

    @Override
    public Boolean binary(TypedExpression.Binary expression) {
        return isPure(expression.left()) && isPure(expression.right());
    }

    @Override
    public Boolean compare(TypedExpression.Compare expression) {
        return isPure(expression.left()) && isPure(expression.right());
    }

    @Override
    public Boolean logical(TypedExpression.Logical expression) {
        return isPure(expression.left()) && isPure(expression.right());
    }

    @Override
    public Boolean between(TypedExpression.Between expression) {
        return isPure(expression.value()) && isPure(expression.low()) && isPure(expression.high());
    }

    @Override
    public Boolean convert(TypedExpression.Convert expression) {
        return isPure(expression.operand());
    }

    @Override
    public Boolean packetLength(TypedExpression.PacketLength expression) {
        return true;
    }

    @Override
    public Boolean call(TypedExpression.Call expression) {
        return false;
    }

    @Override
    public Boolean hookCall(TypedExpression.HookCall expression) {
        return false;
    }

    @Override
    public Boolean broken(TypedExpression.Broken expression) {
        return true;
    }
}

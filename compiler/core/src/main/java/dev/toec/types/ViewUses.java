package dev.toec.types;

import dev.toec.source.Span;

/** Walks an expression in the order of evaluation: which views it reads, and which it ends. */
final class ViewUses implements TypedExpression.Visitor<Void> {
    private final ViewValidity views;

    ViewUses(ViewValidity views) {
        this.views = views;
    }

    /** Ends the views of every packet that {@code item} hands over. */
    void endPackets(TypedExpression item, Span where, String what) {
        if (item instanceof TypedExpression.StructValue value) {
            for (TypedExpression field : value.fields()) {
                endPackets(field, where, what);
            }
        } else if (item.type() == Type.Basic.PACKET || (item.type() instanceof Type.Struct s && s.work())) {
            views.end(item, where, what);
        }
    }

    @Override
    public Void constant(TypedExpression.Constant expression) {
        return null;
    }

    @Override
    public Void read(TypedExpression.Read expression) {
        return null;
    }

    @Override
    public Void fieldOf(TypedExpression.FieldOf expression) {
        return expression.struct().accept(this);
    }

    @Override
    public Void structValue(TypedExpression.StructValue expression) {
        for (TypedExpression field : expression.fields()) {
            field.accept(this);
        }
        return null;
    }

    @Override
    public Void viewField(TypedExpression.ViewField expression) {
        views.use(expression.view(), expression.span());
        return null;
    }

    @Override
    public Void variableRead(TypedExpression.VariableRead expression) {
        return null;
    }

    @Override
    public Void unary(TypedExpression.Unary expression) {
        return expression.operand().accept(this);
    }

    @Override
    public Void binary(TypedExpression.Binary expression) {
        expression.left().accept(this);
        return expression.right().accept(this);
    }

    @Override
    public Void compare(TypedExpression.Compare expression) {
        expression.left().accept(this);
        return expression.right().accept(this);
    }

    @Override
    public Void logical(TypedExpression.Logical expression) {
        expression.left().accept(this);
        return expression.right().accept(this);
    }

    @Override
    public Void between(TypedExpression.Between expression) {
        expression.value().accept(this);
        expression.low().accept(this);
        return expression.high().accept(this);
    }

    @Override
    public Void convert(TypedExpression.Convert expression) {
        return expression.operand().accept(this);
    }

    @Override
    public Void packetLength(TypedExpression.PacketLength expression) {
        return null;
    }

    @Override
    public Void call(TypedExpression.Call expression) {
        for (TypedExpression argument : expression.arguments()) {
            argument.accept(this);
        }
        for (TypedExpression argument : expression.arguments()) {
            if (argument.type() == Type.Basic.PACKET) {
                views.end(argument, expression.span(), "'" + expression.fn().name() + "' may resize the packet here");
            }
        }
        return null;
    }

    @Override
    public Void hookCall(TypedExpression.HookCall expression) {
        views.end(expression.packet(), expression.span(), "programs attached to the hook may resize the packet here");
        return null;
    }

    @Override
    public Void broken(TypedExpression.Broken expression) {
        return null;
    }
}

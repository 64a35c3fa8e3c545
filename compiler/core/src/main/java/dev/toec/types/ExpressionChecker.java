package dev.toec.types;

import dev.toec.diag.Code;
import dev.toec.diag.Diagnostic;
import dev.toec.ir.UnaryOp;
import dev.toec.source.Span;
import dev.toec.syntax.Ast;
import dev.toec.syntax.Expression;
import dev.toec.syntax.UnaryOperator;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;

/** Gives every expression its meaning and type. */
final class ExpressionChecker implements Expression.Visitor<TypedExpression> {
    private final Globals globals;
    private final Problems problems;
    private final Conversions conversions;
    private final Operators operators;
    private Scope scope;

    ExpressionChecker(Globals globals, Problems problems, Scope scope) {
        this.globals = globals;
        this.problems = problems;
        this.conversions = globals.conversions();
        this.operators = new Operators(problems, conversions);
        this.scope = scope;
    }

    /** Looks names up in {@code inner} from now on. */
    void enter(Scope inner) {
        scope = inner;
    }

    TypedExpression check(Expression expression) {
        return expression.accept(this);
    }

    /** {@code expression} where a {@code type} is needed. */
    TypedExpression check(Expression expression, Type type) {
        return conversions.fit(check(expression), type);
    }

    /** {@code expression} as a packet: E0203 for anything else. */
    TypedExpression packet(Expression expression) {
        TypedExpression checked = check(expression);
        return conversions.fit(checked, Type.Basic.PACKET);
    }

    /** What {@code name} stands for, or {@code null} with E0201. */
    Symbol resolve(Ast.Name name) {
        Symbol symbol = find(name.text());
        if (symbol == null) {
            TreeSet<String> known = new TreeSet<>();
            scope.collect(known);
            globals.collect(known);
            problems.unknown(Code.E0201, "name", name, known);
        }
        return symbol;
    }

    Symbol find(String name) {
        Symbol symbol = scope.find(name);
        return symbol == null ? globals.value(name) : symbol;
    }

    private TypedExpression broken(Span span) {
        return new TypedExpression.Broken(span);
    }

    private TypedExpression broken(Diagnostic problem) {
        problems.report(problem);
        return broken(problem.primary().span());
    }

    @Override
    public TypedExpression number(Expression.Number expression) {
        return new TypedExpression.Constant(expression.value(), Type.Basic.NUMBER, expression.span());
    }

    @Override
    public TypedExpression bool(Expression.Bool expression) {
        return Folding.bool(expression.value(), expression.span());
    }

    @Override
    public TypedExpression ip4(Expression.Ip4 expression) {
        return new TypedExpression.Constant(BigInteger.valueOf(expression.value()), Type.Basic.IP4, expression.span());
    }

    @Override
    public TypedExpression mac(Expression.Mac expression) {
        return new TypedExpression.Constant(BigInteger.valueOf(expression.value()), Type.Basic.MAC, expression.span());
    }

    @Override
    public TypedExpression use(Expression.Use expression) {
        Symbol symbol = resolve(expression.name());
        Span span = expression.span();
        if (symbol instanceof Symbol.Local local) {
            return local.type() == Type.Basic.ERROR ? broken(span) : new TypedExpression.Read(local, span);
        }
        if (symbol instanceof Symbol.Constant constant) {
            return new TypedExpression.Constant(
                    constant.value().value(), constant.value().type(), span);
        }
        if (symbol instanceof Symbol.Variable variable) {
            return variable.type() == Type.Basic.ERROR
                    ? broken(span)
                    : new TypedExpression.VariableRead(variable, span);
        }
        return symbol == null || symbol instanceof Symbol.Broken ? broken(span) : notValue(symbol, span);
    }

    private TypedExpression notValue(Symbol symbol, Span span) {
        Diagnostic problem =
                Diagnostic.of(Code.E0230, span, "'" + symbol.name() + "' is " + symbol.kind() + ", not a value");
        String name = symbol.name();
        if (symbol instanceof Symbol.Table) {
            return broken(problem.withFix("look an entry up with 'let value = " + name + "[key] else …'"));
        }
        if (symbol instanceof Symbol.Counter) {
            return broken(problem.withNote("a program only adds to a counter, as in '" + name + " += 1'"));
        }
        if (symbol instanceof Symbol.View) {
            return broken(problem.withFix("read one of its fields, as in '" + name + ".field'"));
        }
        return broken(problem.withFix("call it, as in '" + name + "(…)'"));
    }

    @Override
    public TypedExpression unary(Expression.Unary expression) {
        TypedExpression operand = check(expression.operand());
        Span span = expression.span();
        if (operand.type() == Type.Basic.ERROR) {
            return broken(span);
        }
        if (expression.operator() == UnaryOperator.NOT) {
            return not(operand, span);
        }
        boolean negate = expression.operator() == UnaryOperator.NEGATE;
        if (operand.type() == Type.Basic.NUMBER && negate) {
            BigInteger value = ((TypedExpression.Constant) operand).value();
            return new TypedExpression.Constant(value.negate(), Type.Basic.NUMBER, span);
        }
        if (!(operand.type() instanceof Type.Int type) || (negate && !type.signed())) {
            return undefinedUnary(expression.operator(), operand.type(), span);
        }
        TypedExpression settled = conversions.settle(operand);
        if (settled instanceof TypedExpression.Constant c) {
            Type.Int range = (Type.Int) settled.type();
            BigInteger value =
                    negate ? c.value().negate() : Conversions.wrap(c.value().not(), range);
            return operators.folding().result(value, range, span);
        }
        return new TypedExpression.Unary(negate ? UnaryOp.NEG : UnaryOp.NOT, settled, span);
    }

    private TypedExpression not(TypedExpression operand, Span span) {
        TypedExpression truth = conversions.fit(operand, Type.Basic.BOOL);
        if (truth instanceof TypedExpression.Constant c) {
            return Folding.bool(c.value().signum() == 0, span);
        }
        return truth.type() == Type.Basic.ERROR ? broken(span) : new TypedExpression.Unary(UnaryOp.NOT, truth, span);
    }

    private TypedExpression undefinedUnary(UnaryOperator operator, Type type, Span span) {
        Diagnostic problem =
                Diagnostic.of(Code.E0209, span, "'" + operator + "' is not defined for " + Conversions.named(type));
        if (type == Type.Basic.NUMBER) {
            return broken(problem.withNote("its result depends on the width")
                    .withFix("give the number a type, as in '~(0xff as u16)'"));
        }
        return broken(
                type instanceof Type.Int ? problem.withFix("subtract from 0, or convert to a signed type") : problem);
    }

    @Override
    public TypedExpression binary(Expression.Binary expression) {
        TypedExpression left = check(expression.left());
        TypedExpression right = check(expression.right());
        return operators.binary(expression.operator(), left, right, expression.span());
    }

    @Override
    public TypedExpression cast(Expression.Cast expression) {
        TypedExpression operand = check(expression.operand());
        return conversions.cast(operand, globals.types().find(expression.type()), expression.span());
    }

    @Override
    public TypedExpression member(Expression.Member expression) {
        if (expression.target() instanceof Expression.Use use) {
            Symbol symbol = find(use.name().text());
            if (symbol instanceof Symbol.View view) {
                return viewField(view, expression);
            }
            if (symbol == null && globals.types().findOrNull(use.name().text()) instanceof Type.Enumeration type) {
                return enumMember(type, expression.name(), expression.span());
            }
        }
        TypedExpression target = check(expression.target());
        if (target.type() == Type.Basic.PACKET && expression.name().text().equals("length")) {
            return new TypedExpression.PacketLength(target, expression.span());
        }
        if (target.type() instanceof Type.Struct struct) {
            return structField(target, struct, expression);
        }
        return target.type() == Type.Basic.ERROR
                ? broken(expression.span())
                : noMember(target.type(), expression.name());
    }

    private TypedExpression noMember(Type type, Ast.Name name) {
        problems.unknown(
                Code.E0206,
                "member of " + Conversions.named(type),
                name,
                type == Type.Basic.PACKET ? List.of("length", "remove") : Methods.of(type));
        return broken(name.span());
    }

    private TypedExpression viewField(Symbol.View view, Expression.Member expression) {
        Type.Header.Member member = view.header().member(expression.name().text());
        if (member != null) {
            return new TypedExpression.ViewField(view, member, ordinary(member.type()), expression.span());
        }
        List<String> known = new ArrayList<>();
        for (Type.Header.Member m : view.header().members()) {
            known.add(m.name());
        }
        problems.unknown(Code.E0206, "field of " + view.header(), expression.name(), known);
        return broken(expression.span());
    }

    private TypedExpression structField(TypedExpression target, Type.Struct struct, Expression.Member expression) {
        Type.Struct.Member member = struct.member(expression.name().text());
        if (member == null) {
            problems.unknown(Code.E0206, "field of " + struct, expression.name(), names(struct));
            return broken(expression.span());
        }
        return member.type() == Type.Basic.ERROR
                ? broken(expression.span())
                : new TypedExpression.FieldOf(target, member, ordinary(member.type()), expression.span());
    }

    static List<String> names(Type.Struct struct) {
        List<String> names = new ArrayList<>();
        for (Type.Struct.Member member : struct.members()) {
            names.add(member.name());
        }
        return names;
    }

    private static Type ordinary(Type type) {
        return type instanceof Type.Int range ? range.ordinary() : type;
    }

    TypedExpression enumMember(Type.Enumeration type, Ast.Name name, Span span) {
        BigInteger value = type.members().get(name.text());
        if (value == null) {
            problems.unknown(
                    Code.E0206, "member of " + type, name, type.members().keySet());
            return broken(span);
        }
        return new TypedExpression.Constant(value, type, span);
    }

    @Override
    public TypedExpression call(Expression.Call expression) {
        if (expression.target() instanceof Expression.Member method) {
            return method(method, expression);
        }
        if (!(expression.target() instanceof Expression.Use use)) {
            check(expression.target());
            return broken(Diagnostic.of(Code.E0230, expression.target().span(), "this cannot be called"));
        }
        Symbol symbol = resolve(use.name());
        if (symbol instanceof Symbol.Fn fn) {
            return fn(fn, expression);
        }
        if (symbol instanceof Symbol.Hook hook) {
            return hook(hook, expression);
        }
        checkAll(expression.arguments());
        if (symbol != null && !(symbol instanceof Symbol.Broken)) {
            problems.report(
                    Code.E0230, use.span(), "'" + use.name() + "' is " + symbol.kind() + " and cannot be called");
        }
        return broken(expression.span());
    }

    private void checkAll(List<Expression> expressions) {
        for (Expression expression : expressions) {
            check(expression);
        }
    }

    private TypedExpression fn(Symbol.Fn fn, Expression.Call expression) {
        globals.calls().call(fn.name(), expression.span());
        if (!hasArguments(expression, fn.parameters().size(), "'" + fn.name() + "'", fn.span())) {
            return broken(expression.span());
        }
        List<TypedExpression> arguments = new ArrayList<>();
        boolean broken = fn.result() == Type.Basic.ERROR;
        for (int i = 0; i < fn.parameters().size(); i++) {
            TypedExpression argument =
                    check(expression.arguments().get(i), fn.parameters().get(i).type());
            broken |= argument.type() == Type.Basic.ERROR;
            arguments.add(argument);
        }
        return broken ? broken(expression.span()) : new TypedExpression.Call(fn, arguments, expression.span());
    }

    private TypedExpression hook(Symbol.Hook hook, Expression.Call expression) {
        if (!hasArguments(expression, 1, "hook '" + hook.name() + "'", hook.span())) {
            return broken(expression.span());
        }
        TypedExpression packet = packet(expression.arguments().get(0));
        return packet.type() == Type.Basic.ERROR
                ? broken(expression.span())
                : new TypedExpression.HookCall(hook, packet, expression.span());
    }

    /** Whether a call has as many arguments as needed; reports E0207 and looks at them all the same where not. */
    boolean hasArguments(Expression.Call call, int needed, String what, Span declared) {
        int given = call.arguments().size();
        if (given == needed) {
            return true;
        }
        checkAll(call.arguments());
        Diagnostic problem = Diagnostic.of(
                Code.E0207,
                call.span(),
                what + " takes " + needed + (needed == 1 ? " argument" : " arguments") + ", not " + given);
        problems.report(declared.isWritten() ? problem.withRelated(declared, "declared here") : problem);
        return false;
    }

    private TypedExpression method(Expression.Member method, Expression.Call expression) {
        TypedExpression target = check(method.target());
        if (target.type() == Type.Basic.PACKET && method.name().text().equals("remove")) {
            return broken(Diagnostic.of(Code.E0230, expression.span(), "'remove' is a statement, not a value"));
        }
        if (target.type() == Type.Basic.ERROR
                || !Methods.of(target.type()).contains(method.name().text())) {
            checkAll(expression.arguments());
            return target.type() == Type.Basic.ERROR
                    ? broken(expression.span())
                    : noMember(target.type(), method.name());
        }
        int needed = Methods.arguments(method.name().text());
        if (!hasArguments(expression, needed, "'" + method.name() + "'", Span.NONE)) {
            return broken(expression.span());
        }
        List<TypedExpression> arguments = new ArrayList<>();
        for (Expression argument : expression.arguments()) {
            TypedExpression checked = check(argument, Type.Basic.SEQ32);
            if (checked.type() == Type.Basic.ERROR) {
                return broken(expression.span());
            }
            arguments.add(checked);
        }
        return Methods.call(method.name().text(), target, arguments, expression.span());
    }

    @Override
    public TypedExpression index(Expression.Index expression) {
        TypedExpression key = check(expression.index());
        if (expression.target() instanceof Expression.Use use && find(use.name().text()) instanceof Symbol.Table) {
            return broken(Diagnostic.of(
                            Code.E0230, expression.span(), "a look-up may find nothing, so it is no value by itself")
                    .withFix("write 'let value = " + use.name() + "[key] else …' or 'if let value = " + use.name()
                            + "[key] { … }'"));
        }
        TypedExpression target = check(expression.target());
        if (target.type() == Type.Basic.ERROR || key.type() == Type.Basic.ERROR) {
            return broken(expression.span());
        }
        Diagnostic problem = Diagnostic.of(
                Code.E0230, expression.span(), Conversions.named(target.type()) + " has no elements to index");
        return broken(
                target.type() == Type.Basic.PACKET
                        ? problem.withFix("look at it with 'view name = packet[offset] as Header else …'")
                        : problem);
    }

    @Override
    public TypedExpression struct(Expression.StructValue expression) {
        Type type = globals.types().find(expression.type());
        if (!(type instanceof Type.Struct struct)) {
            for (Expression.FieldValue field : expression.fields()) {
                check(field.value());
            }
            return type == Type.Basic.ERROR
                    ? broken(expression.span())
                    : broken(Diagnostic.of(
                            Code.E0224, expression.type().span(), type + " is not a struct or work type"));
        }
        return new StructValues(this, problems).check(struct, expression);
    }

    @Override
    public TypedExpression broken(Expression.Broken expression) {
        return broken(expression.span());
    }
}

package dev.toec.types;

import dev.toec.diag.Code;
import dev.toec.diag.Diagnostic;
import dev.toec.source.Span;
import dev.toec.syntax.Declaration;
import dev.toec.syntax.Expression;
import dev.toec.syntax.ModuleMember;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Checks one module: first what it declares, then its handlers. */
final class ModuleChecker implements ModuleMember.Visitor<Void> {
    /** The largest table: 2^24 entries. */
    private static final int MAX_CAPACITY = 1 << 24;
    /** What the Linux kernel allows a program: BPF_COMPLEXITY_LIMIT_INSNS of linux/bpf_verifier.h. */
    private static final int MAX_INSTRUCTIONS = 1_000_000;

    private final Globals globals;
    private final Problems problems;
    private final CallGraph calls;
    private final Layouts layouts;
    private final Scope scope = new Scope(null);
    private final Map<String, Symbol.Port> inputs = new LinkedHashMap<>();
    private final Map<String, Symbol.Port> outputs = new LinkedHashMap<>();
    private final List<Symbol.Counter> counters = new ArrayList<>();
    private final List<Symbol.Table> tables = new ArrayList<>();
    private final List<Symbol.Variable> variables = new ArrayList<>();
    private final List<Symbol.Hook> hooks = new ArrayList<>();
    private final Map<String, ModuleMember.Handler> handlers = new LinkedHashMap<>();

    ModuleChecker(Globals globals, Problems problems, CallGraph calls) {
        this.globals = globals;
        this.problems = problems;
        this.calls = calls;
        this.layouts = new Layouts(globals, problems);
    }

    TypedProgram.Module check(Declaration.ModuleDeclaration declaration) {
        for (ModuleMember member : declaration.members()) {
            member.accept(this);
        }
        List<Symbol.Port> ports = new ArrayList<>(inputs.values());
        ports.addAll(outputs.values());
        return new TypedProgram.Module(
                declaration.name().text(),
                declaration.doc(),
                ports,
                counters,
                tables,
                variables,
                hooks,
                checkHandlers(),
                declaration.name().span());
    }

    private List<TypedProgram.Handler> checkHandlers() {
        List<TypedProgram.Handler> checked = new ArrayList<>();
        boolean misnamed = !inputs.keySet().containsAll(handlers.keySet());
        for (Symbol.Port input : inputs.values()) {
            if (!handlers.containsKey(input.name()) && !misnamed) {
                problems.reportMissing(Diagnostic.of(
                                Code.E0229, input.span(), "nothing handles what arrives on '" + input.name() + "'")
                        .withFix("add 'on " + input.name() + "(item) { … }'"));
            }
        }
        for (ModuleMember.Handler handler : handlers.values()) {
            Symbol.Port input = inputs.get(handler.name().text());
            if (input == null) {
                problems.unknown(Code.E0201, "in port", handler.name(), inputs.keySet());
            }
            checked.add(check(handler, input));
        }
        return checked;
    }

    private TypedProgram.Handler check(ModuleMember.Handler handler, Symbol.Port input) {
        Type work = input == null ? Type.Basic.ERROR : input.work();
        Symbol.Local item = new Symbol.Local(
                handler.item().text(),
                work,
                Symbol.Local.Origin.PARAMETER,
                handler.item().span());
        Scope inner = new Scope(scope);
        inner.declare(handler.item(), item, problems);
        calls.enter("");
        StatementChecker statements =
                new StatementChecker(globals, problems, new Body(true, Type.Basic.NOTHING, outputs), inner);
        TypedStatement.Block body = statements.block(handler.body());
        return new TypedProgram.Handler(
                input, handler.doc(), item, body, handler.name().span());
    }

    @Override
    public Void port(ModuleMember.Port member) {
        Symbol.Port port = new Symbol.Port(
                member.name().text(),
                member.input(),
                layouts.work(member.work()),
                member.name().span());
        Symbol.Port known = inputs.getOrDefault(port.name(), outputs.get(port.name()));
        if (known != null) {
            problems.twice(member.name(), known.span());
            return null;
        }
        (member.input() ? inputs : outputs).put(port.name(), port);
        return null;
    }

    @Override
    public Void counter(ModuleMember.Counter member) {
        Symbol.Counter counter = new Symbol.Counter(
                member.name().text(), member.doc(), member.name().span());
        declare(member, counter);
        counters.add(counter);
        return null;
    }

    @Override
    public Void table(ModuleMember.Table member) {
        Type key = layouts.tablePart(member.key(), "a key");
        Type value = layouts.tablePart(member.value(), "an entry");
        int capacity = count(member.capacity(), MAX_CAPACITY, "a table holds");
        Symbol.Table table = new Symbol.Table(
                member.name().text(),
                member.doc(),
                key,
                value,
                capacity,
                member.name().span());
        declare(member, table);
        tables.add(table);
        return null;
    }

    @Override
    public Void variable(ModuleMember.Variable member) {
        Type type = layouts.scalar(member.type(), "a variable");
        TypedExpression initial = globals.conversions().fit(globals.constant(member.initial()), type);
        BigInteger value = initial instanceof TypedExpression.Constant c ? c.value() : BigInteger.ZERO;
        Symbol.Variable variable = new Symbol.Variable(
                member.name().text(), member.doc(), type, value, member.name().span());
        declare(member, variable);
        variables.add(variable);
        return null;
    }

    @Override
    public Void hook(ModuleMember.Hook member) {
        if (!member.kind().text().equals("xdp")) {
            problems.report(Diagnostic.of(
                            Code.E0225, member.kind().span(), "there are no hooks of kind '" + member.kind() + "'")
                    .withFix("write 'xdp'"));
        }
        int max = count(member.maxInstructions(), MAX_INSTRUCTIONS, "a program has");
        Symbol.Hook hook = new Symbol.Hook(
                member.name().text(), member.doc(), max, member.name().span());
        declare(member, hook);
        hooks.add(hook);
        return null;
    }

    private int count(Expression expression, int max, String what) {
        TypedExpression value = globals.constant(expression);
        Span span = expression.span();
        if (!(value instanceof TypedExpression.Constant c)) {
            return 1;
        }
        boolean number = c.type() == Type.Basic.NUMBER || c.type() instanceof Type.Int;
        if (!number || c.value().signum() <= 0 || c.value().compareTo(BigInteger.valueOf(max)) > 0) {
            problems.report(
                    Code.E0403, span, what + " 1 to " + max + (max == MAX_CAPACITY ? " entries" : " instructions"));
            return 1;
        }
        return c.value().intValue();
    }

    @Override
    public Void handler(ModuleMember.Handler member) {
        ModuleMember.Handler known = handlers.putIfAbsent(member.name().text(), member);
        if (known != null) {
            problems.report(
                    Diagnostic.of(Code.E0229, member.name().span(), "'" + member.name() + "' has a handler already")
                            .withRelated(known.name().span(), "the first one"));
        }
        return null;
    }

    private void declare(ModuleMember member, Symbol symbol) {
        Symbol global = globals.value(symbol.name());
        if (global == null) {
            scope.declare(member.name(), symbol, problems);
        } else {
            problems.twice(member.name(), global.span());
        }
    }
}

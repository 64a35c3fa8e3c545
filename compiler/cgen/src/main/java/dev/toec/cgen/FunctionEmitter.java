package dev.toec.cgen;

import dev.toec.ir.Function;
import dev.toec.ir.IrType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Writes functions in SSA form as C.
 *
 * <p>Ways that only return get a return of their own; what is used once is folded into expressions; the rest is given
 * variables, as few as keep the source's names true; branches become structured statements; those get the shape people
 * give them (while, for, compound assignment) and, last, the declarations of the variables.
 */
public final class FunctionEmitter {
    private final Dialect dialect;
    private final Effects effects;

    /**
     * @param dialect how the target writes operations
     * @param callees every function that may be called
     */
    public FunctionEmitter(Dialect dialect, List<Function> callees) {
        this.dialect = dialect;
        this.effects = new Effects(callees);
    }

    /**
     * Writes {@code function}, whose control flow must be {@linkplain Structurer#isReducible reducible}.
     *
     * @param specifiers {@code static} or empty
     */
    public CFunction emit(Function function, String specifiers) {
        Function early = EarlyReturns.apply(function);
        FlowGraph graph = new FlowGraph(early);
        Uses uses = new Uses(graph, effects);
        Folding folding = new Folding(graph, effects, uses, dialect::nests);
        Liveness liveness = new Liveness(early, graph, uses, folding);
        Set<String> reserved = new HashSet<>(dialect.reservedNames());
        dialect.contextParameters(function).forEach(p -> reserved.add(p.name()));
        Variables variables = new Variables(early, graph, uses, liveness, dialect, reserved);
        Body body = new Body(graph, uses, folding, variables, new Expressions(uses, variables, dialect));
        List<CStmt> statements = shape(early, body, variables);
        return new CFunction(
                doc(function),
                specifiers,
                result(function),
                dialect.functionName(function),
                parameters(function, variables),
                statements);
    }

    private List<CStmt> shape(Function function, Body body, Variables variables) {
        ShortCircuits joining = new ShortCircuits(body);
        FlowGraph graph = new FlowGraph(joining.join(function));
        List<CStmt> statements = new Structurer(graph, body.withConditions(joining::condition)).structure();
        statements = Provenance.prune(statements, function.span());
        statements = Loops.shape(statements);
        Map<String, CType> locals = new HashMap<>();
        variables.all().stream().filter(v -> !v.parameter()).forEach(v -> locals.put(v.name(), v.type()));
        return Declarations.place(withoutLastReturn(statements), locals, dialect.declaresAtBlockStart());
    }

    private static List<CStmt> withoutLastReturn(List<CStmt> statements) {
        int last = statements.size() - 1;
        boolean idle = last >= 0
                && statements.get(last) instanceof CStmt.Return r
                && r.value().isEmpty()
                && !(last > 0 && statements.get(last - 1) instanceof CStmt.Label);
        return idle ? statements.subList(0, last) : statements;
    }

    private String doc(Function function) {
        String text = dialect.doc(function).strip();
        if (!function.span().isWritten()) {
            return text;
        }
        String origin = Provenance.text(function.span());
        return text.isEmpty() ? origin : text + "\n\n" + origin;
    }

    private CType result(Function function) {
        return function.results().size() == 1 ? dialect.type(function.results().get(0)) : CType.VOID;
    }

    private List<CParameter> parameters(Function function, Variables variables) {
        List<CParameter> parameters = new ArrayList<>(dialect.contextParameters(function));
        function.parameters()
                .forEach(p -> parameters.add(
                        new CParameter(variables.of(p).type(), variables.of(p).name())));
        if (function.results().size() > 1) {
            int number = 0;
            for (IrType type : function.results()) {
                parameters.add(new CParameter(dialect.type(type).pointer(), Body.resultName(number++)));
            }
        }
        return parameters;
    }
}

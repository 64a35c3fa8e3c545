package dev.toec.cgen;

import dev.toec.ir.Function;
import dev.toec.ir.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Writes functions in SSA form as C.
 *
 * <p>Ways that only return get a return of their own; what is used once is folded into expressions; the rest is given
 * variables, as few as keep the source's names true; branches become structured statements; those get the shape people
 * give them (while, for, compound assignment) and, last, the declarations of the variables.
 */
public final class FunctionEmitter {
    private final Dialect dialect;
    private final Callees callees;
    private final ResultStructs structs;

    /**
     * @param dialect how the target writes operations
     * @param callees every function that may be called
     */
    public FunctionEmitter(Dialect dialect, List<Function> callees) {
        this(dialect, callees, List.of());
    }

    /** @param callers more functions, after whose names for them members of structures with results are named */
    public FunctionEmitter(Dialect dialect, List<Function> callees, List<Function> callers) {
        this.dialect = dialect;
        this.callees = new Callees(callees);
        this.structs = new ResultStructs(
                dialect, Stream.concat(callers.stream(), callees.stream()).toList());
    }

    /**
     * The structure that {@code function} returns, if it has several results and no other function defines the structure;
     * to be defined before any function that returns it.
     */
    public Optional<CStruct> resultStruct(Function function) {
        return structs.defines(function) ? Optional.of(structs.definition(function)) : Optional.empty();
    }

    /**
     * Writes {@code function}, whose control flow must be {@linkplain Structurer#isReducible reducible}. A callee has only
     * the parameters it looks at, and every call hands it those.
     *
     * @param specifiers {@code static} or empty
     */
    public CFunction emit(Function function, String specifiers) {
        Function early = EarlyReturns.apply(function);
        FlowGraph graph = new FlowGraph(early);
        Uses uses = new Uses(graph, callees);
        Folding folding = new Folding(graph, callees.effects(), uses, dialect::nests);
        Liveness liveness = new Liveness(early, graph, uses, folding);
        Set<String> reserved = new HashSet<>(dialect.reservedNames());
        dialect.contextParameters(function).forEach(p -> reserved.add(p.name()));
        Variables variables = new Variables(early, graph, uses, liveness, dialect, reserved);
        Results results = new Results(early, uses, variables, structs);
        variables.addStructures(graph, i -> uses.isWritten(i) && !results.isHandedOn(i), structs);
        Body body = new Body(graph, uses, folding, variables, new Expressions(uses, variables, dialect), results);
        List<CStmt> statements = withUnused(function, uses, variables, shape(early, body, variables));
        return new CFunction(
                doc(function),
                specifiers,
                result(function),
                dialect.functionName(function),
                parameters(function, variables),
                statements);
    }

    /** Says of parameters the function has but does not look at that this is meant. */
    private List<CStmt> withUnused(Function function, Uses uses, Variables variables, List<CStmt> body) {
        List<CStmt> out = new ArrayList<>(body);
        int at = 0;
        while (at < out.size()
                && out.get(at) instanceof CStmt.Declare d
                && d.value().isEmpty()) {
            at++;
        }
        for (Value parameter : callees.needed(function.name(), function.parameters())) {
            if (!uses.isNeeded(parameter)) {
                CExpr name = CExpr.name(variables.of(parameter).name());
                out.add(at++, new CStmt.Evaluate(new CExpr.Cast(CType.VOID, name)));
            }
        }
        return out;
    }

    private List<CStmt> shape(Function function, Body body, Variables variables) {
        ShortCircuits joining = new ShortCircuits(body);
        FlowGraph graph = new FlowGraph(joining.join(function));
        List<CStmt> statements = new Structurer(graph, body.withConditions(joining::condition)).structure();
        statements = Provenance.prune(statements, function.span());
        statements = Loops.shape(statements);
        Map<String, CType> locals = new HashMap<>();
        variables.all().stream().filter(v -> !v.parameter()).forEach(v -> locals.put(v.name(), v.type()));
        statements = UnreadVariables.remove(statements, locals.keySet());
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
        return switch (function.results().size()) {
            case 0 -> CType.VOID;
            case 1 -> dialect.type(function.results().get(0));
            default -> CType.struct(structs.tag(function.name()));
        };
    }

    private List<CParameter> parameters(Function function, Variables variables) {
        List<CParameter> parameters = new ArrayList<>(dialect.contextParameters(function));
        callees.needed(function.name(), function.parameters()).stream()
                .map(variables::of)
                .forEach(v -> parameters.add(new CParameter(v.type(), v.name())));
        return parameters;
    }
}

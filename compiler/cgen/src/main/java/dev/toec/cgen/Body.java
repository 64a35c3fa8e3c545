package dev.toec.cgen;

import dev.toec.ir.Block;
import dev.toec.ir.Instruction;
import dev.toec.ir.Terminator;
import dev.toec.ir.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Writes the straight parts of a function's blocks. */
final class Body implements BlockCode {
    private final FlowGraph graph;
    private final Uses uses;
    private final Folding folding;
    private final Variables variables;
    private final Expressions expressions;
    private final Results results;
    private final Function<Value, CExpr> conditions;

    Body(FlowGraph graph, Uses uses, Folding folding, Variables variables, Expressions expressions, Results results) {
        this(graph, uses, folding, variables, expressions, results, expressions::truth);
    }

    private Body(
            FlowGraph graph,
            Uses uses,
            Folding folding,
            Variables variables,
            Expressions expressions,
            Results results,
            Function<Value, CExpr> conditions) {
        this.graph = graph;
        this.uses = uses;
        this.folding = folding;
        this.variables = variables;
        this.expressions = expressions;
        this.results = results;
        this.conditions = conditions;
    }

    /** The same with conditions looked up by {@code conditions}. */
    Body withConditions(Function<Value, CExpr> others) {
        return new Body(graph, uses, folding, variables, expressions, results, others);
    }

    @Override
    public List<CStmt> body(Block block) {
        List<CStmt> out = new ArrayList<>();
        for (Instruction instruction : block.body()) {
            List<CStmt> statements = statements(instruction);
            if (!statements.isEmpty() && instruction.span().isWritten()) {
                out.add(new CStmt.Origin(instruction.span()));
            }
            out.addAll(statements);
        }
        return out;
    }

    private List<CStmt> statements(Instruction instruction) {
        if (!uses.isWritten(instruction)) {
            return List.of();
        }
        return switch (instruction.results().size()) {
            case 0 -> instruction.accept(new Execution(expressions));
            case 1 -> single(instruction, instruction.results().get(0));
            default -> callWithResults((Instruction.Call) instruction);
        };
    }

    private List<CStmt> single(Instruction instruction, Value result) {
        if (folding.isFolded(result)) {
            return List.of();
        }
        CExpr expression = expressions.assigned(instruction);
        Variables.Variable variable = variables.of(result);
        if (variable == null) {
            return List.of(new CStmt.Evaluate(expression));
        }
        CExpr target = CExpr.name(variable.name());
        return target.equals(expression) ? List.of() : List.of(CStmt.assign(target, expression));
    }

    private List<CStmt> callWithResults(Instruction.Call call) {
        return results.isHandedOn(call)
                ? List.of()
                : List.of(CStmt.assign(CExpr.name(variables.structure(call).name()), expressions.call(call)));
    }

    @Override
    public CExpr condition(Value value) {
        return conditions.apply(value);
    }

    @Override
    public CExpr scrutinee(Value value) {
        Typed typed = expressions.typed(value, true);
        // Compilers take a switch on a truth value for a slip.
        return typed.bits() == 1 ? new CExpr.Cast(CType.named("int"), typed.expression()) : typed.expression();
    }

    @Override
    public CExpr label(Terminator.Switch.Case of) {
        return expressions.dialect().enumerator(of.symbol()).orElseGet(() -> Literals.unsigned(of.constant(), false));
    }

    @Override
    public List<CStmt.Assign> edge(Terminator.Target target) {
        List<ParallelCopy.Move> moves = new ArrayList<>();
        List<Value> parameters = graph.block(graph.number(target.block())).parameters();
        for (int i = 0; i < parameters.size(); i++) {
            Variables.Variable variable = variables.of(parameters.get(i));
            if (variable != null) {
                moves.add(new ParallelCopy.Move(
                        variable.name(),
                        expressions.converted(target.arguments().get(i))));
            }
        }
        return ParallelCopy.sequence(moves, variables::saved);
    }

    @Override
    public List<CStmt> returns(Terminator.Return terminator) {
        if (terminator.values().size() > 1) {
            return results.returned(terminator, expressions);
        }
        List<CExpr> values = expressions.converted(terminator.values());
        return List.of(new CStmt.Return(values.stream().findFirst()));
    }
}

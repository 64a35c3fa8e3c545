package dev.toec.cgen;

import dev.toec.ir.Block;
import dev.toec.ir.Instruction;
import dev.toec.ir.Terminator;
import dev.toec.ir.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Writes the straight parts of a function's blocks. */
final class Body implements BlockCode {
    private final FlowGraph graph;
    private final Uses uses;
    private final Folding folding;
    private final Variables variables;
    private final Expressions expressions;
    private final Function<Value, CExpr> conditions;

    Body(FlowGraph graph, Uses uses, Folding folding, Variables variables, Expressions expressions) {
        this(graph, uses, folding, variables, expressions, expressions::truth);
    }

    private Body(
            FlowGraph graph,
            Uses uses,
            Folding folding,
            Variables variables,
            Expressions expressions,
            Function<Value, CExpr> conditions) {
        this.graph = graph;
        this.uses = uses;
        this.folding = folding;
        this.variables = variables;
        this.expressions = expressions;
        this.conditions = conditions;
    }

    /** The same with conditions looked up by {@code conditions}. */
    Body withConditions(Function<Value, CExpr> others) {
        return new Body(graph, uses, folding, variables, expressions, others);
    }

    /** Where a function of several results stores result {@code number}. */
    static String resultName(int number) {
        return "result" + number;
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
        return List.of(
                variable == null
                        ? new CStmt.Evaluate(expression)
                        : CStmt.assign(CExpr.name(variable.name()), expression));
    }

    private List<CStmt> callWithResults(Instruction.Call call) {
        List<CExpr> arguments = new ArrayList<>(expressions.dialect().contextArguments(call));
        arguments.addAll(expressions.converted(call.arguments()));
        for (Value result : call.results()) {
            arguments.add(CExpr.name(variables.storage(result).name()).address());
        }
        return List.of(new CStmt.Evaluate(new CExpr.Call(expressions.dialect().calledName(call), arguments)));
    }

    @Override
    public CExpr condition(Value value) {
        return conditions.apply(value);
    }

    @Override
    public CExpr scrutinee(Value value) {
        return expressions.exact(value);
    }

    @Override
    public CExpr label(Value value, long constant) {
        return Literals.unsigned(constant, false);
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
        List<CExpr> values = expressions.converted(terminator.values());
        if (values.size() <= 1) {
            return List.of(new CStmt.Return(values.stream().findFirst()));
        }
        List<CStmt> out = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            out.add(CStmt.assign(new CExpr.Prefix('*', CExpr.name(resultName(i))), values.get(i)));
        }
        out.add(new CStmt.Return(Optional.empty()));
        return out;
    }
}

package dev.toec.cgen;

import dev.toec.ir.Block;
import dev.toec.ir.Function;
import dev.toec.ir.Instruction;
import dev.toec.ir.Terminator;
import dev.toec.ir.Value;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Writes how a function with several results returns them: as a structure, or as what another function returned. */
final class Results {
    private final Function function;
    private final Uses uses;
    private final Variables variables;
    private final ResultStructs structs;
    private final Set<Instruction.Call> handedOn = new HashSet<>();

    Results(Function function, Uses uses, Variables variables, ResultStructs structs) {
        this.function = function;
        this.uses = uses;
        this.variables = variables;
        this.structs = structs;
        function.blocks().forEach(this::findHandedOn);
    }

    private void findHandedOn(Block block) {
        int last = block.body().size() - 1;
        if (last >= 0
                && block.terminator() instanceof Terminator.Return r
                && block.body().get(last) instanceof Instruction.Call call
                && r.values().equals(call.results())
                && r.values().size() > 1
                && isShared(call)) {
            handedOn.add(call);
        }
    }

    /** Whether all that {@code call} finds is returned at once, so that the return holds the call. */
    boolean isHandedOn(Instruction.Call call) {
        return handedOn.contains(call);
    }

    private boolean isShared(Instruction.Call call) {
        return structs.tag(call.function()).equals(structs.tag(function.name()));
    }

    /** The statements of {@code terminator}, which returns several values. */
    List<CStmt> returned(Terminator.Return terminator, Expressions expressions) {
        List<Value> values = terminator.values();
        boolean fromCall = uses.definition(values.get(0)) instanceof Instruction.Call call
                && call.results().equals(values)
                && isShared(call);
        if (fromCall) {
            Instruction.Call call = (Instruction.Call) uses.definition(values.get(0));
            CExpr whole = isHandedOn(call)
                    ? expressions.call(call)
                    : CExpr.name(variables.structure(call).name());
            return List.of(new CStmt.Return(Optional.of(whole)));
        }
        CExpr result = CExpr.name(variables.result(structs.tag(function.name())).name());
        List<CStmt> out = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            out.add(CStmt.assign(result.dot(structs.member(function.name(), i)), expressions.converted(values.get(i))));
        }
        out.add(new CStmt.Return(Optional.of(result)));
        return out;
    }
}

package dev.toec.cgen;

import dev.toec.ir.Instruction;
import dev.toec.ir.IrType;
import dev.toec.ir.Value;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Decides which values get no variable but stand as an expression where they are used: constants, and what is used once
 * if nothing in between touches what it reads. A named value becomes a variable of that name unless it is slight.
 */
final class Folding {
    private static final int LARGEST = 5;
    private static final int LARGEST_WITH_NAME = 2;

    private final FlowGraph graph;
    private final Effects effects;
    private final Uses uses;
    private final Predicate<Instruction> allowed;
    private final Set<Value> folded = new HashSet<>();
    /** Where a folded value is finally written. */
    private final Map<Value, Place> written = new HashMap<>();
    /** How many operations are folded into one operand of a statement. */
    private final Map<Value, Integer> sizes = new HashMap<>();

    /** A statement and the operand of it that holds a folded value. */
    private record Place(Uses.Site site, Value operand) {}

    Folding(FlowGraph graph, Effects effects, Uses uses, Predicate<Instruction> allowed) {
        this.graph = graph;
        this.effects = effects;
        this.uses = uses;
        this.allowed = allowed;
        // Uses before definitions: a use that is folded itself moves its operands along.
        for (int b = graph.size() - 1; b >= 0; b--) {
            List<Instruction> body = graph.block(b).body();
            for (int i = body.size() - 1; i >= 0; i--) {
                decide(body.get(i), new Uses.Site(b, i));
            }
        }
    }

    /** Whether {@code value} is written as an expression wherever it is used. */
    boolean isFolded(Value value) {
        return folded.contains(value);
    }

    private void decide(Instruction instruction, Uses.Site at) {
        if (instruction.results().size() != 1 || !uses.isWritten(instruction)) {
            return;
        }
        Value value = instruction.results().get(0);
        if (instruction instanceof Instruction.Constant || instruction instanceof Instruction.EntryPresent) {
            folded.add(value);
            return;
        }
        if (uses.of(value).size() != 1 || value.type() == IrType.ENTRY || !allowed.test(instruction)) {
            return;
        }
        Place place = place(value);
        int limit = value.name().isEmpty() ? LARGEST : LARGEST_WITH_NAME;
        if (sizes.getOrDefault(place.operand(), 0) < limit && mayMove(instruction, at, place)) {
            folded.add(value);
            written.put(value, place);
            sizes.merge(place.operand(), 1, Integer::sum);
        }
    }

    private Place place(Value value) {
        Uses.Site use = uses.of(value).get(0);
        List<Instruction> body = graph.block(use.block()).body();
        if (use.index() < body.size()) {
            List<Value> results = body.get(use.index()).results();
            if (results.size() == 1 && written.containsKey(results.get(0))) {
                return written.get(results.get(0));
            }
        }
        return new Place(use, value);
    }

    private boolean mayMove(Instruction instruction, Uses.Site from, Place place) {
        Uses.Site to = place.site();
        int own = effects.of(instruction);
        if (Effects.matters(own) && !isDecision(instruction, place)) {
            return false;
        }
        if (from.block() != to.block()) {
            return own == Effects.PURE && graph.innermostLoop(from.block()) == graph.innermostLoop(to.block());
        }
        List<Instruction> body = graph.block(from.block()).body();
        for (int i = from.index() + 1; i < to.index(); i++) {
            if (uses.isWritten(body.get(i)) && Effects.conflict(own, effects.of(body.get(i)))) {
                return false;
            }
        }
        return true;
    }

    /** Whether the value is, alone, what a terminator decides on or returns: there an effect happens once, in order. */
    private boolean isDecision(Instruction instruction, Place place) {
        Value value = instruction.results().get(0);
        List<Instruction> body = graph.block(place.site().block()).body();
        return place.site().index() == body.size()
                && place.operand().equals(value)
                && Uses.ownOperands(graph.block(place.site().block()).terminator())
                        .equals(List.of(value));
    }
}

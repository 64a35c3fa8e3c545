package dev.toec.cgen;

import dev.toec.ir.Block;
import dev.toec.ir.Function;
import dev.toec.ir.IrType;
import dev.toec.ir.Terminator;
import dev.toec.ir.Terminator.Target;
import dev.toec.ir.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Joins branches that decide one thing together: a block that is nothing but a second condition and shares a way out
 * with the branch before it becomes {@code &&} or {@code ||}.
 */
final class ShortCircuits {
    private final BlockCode code;
    private final Map<String, Block> blocks = new LinkedHashMap<>();
    private final Map<Value, CExpr> conditions = new HashMap<>();
    private int nextId = Integer.MIN_VALUE;

    ShortCircuits(BlockCode code) {
        this.code = code;
    }

    /** {@code function} with branches joined; {@link #condition} knows the conditions of the joined ones. */
    Function join(Function function) {
        function.blocks().forEach(b -> blocks.put(b.label(), b));
        List<String> order = new ArrayList<>(blocks.keySet());
        // Later blocks first, so that a chain of three folds from its end.
        for (int i = order.size() - 1; i >= 0; i--) {
            while (blocks.containsKey(order.get(i)) && joinOnce(blocks.get(order.get(i)))) {
                // One more condition was taken in.
            }
        }
        return function.withBlocks(List.copyOf(blocks.values()));
    }

    /** The condition {@code value} stands for. */
    CExpr condition(Value value) {
        CExpr joined = conditions.get(value);
        return joined == null ? code.condition(value) : joined;
    }

    private boolean joinOnce(Block block) {
        if (!(block.terminator() instanceof Terminator.Branch first)) {
            return false;
        }
        return joinWith(block, first, first.whenFalse(), COperator.LOGICAL_OR, first.whenTrue())
                || joinWith(block, first, first.whenTrue(), COperator.LOGICAL_AND, first.whenFalse());
    }

    /**
     * Takes the block at {@code to} in, if it branches to {@code shared} too.
     *
     * @param operator {@code ||} where {@code shared} is reached as soon as one condition holds, {@code &&} where as soon
     *     as one does not
     */
    private boolean joinWith(Block block, Terminator.Branch first, Target to, COperator operator, Target shared) {
        Block second = blocks.get(to.block());
        if (!(second.terminator() instanceof Terminator.Branch next) || !isOnlyCondition(second) || second == block) {
            return false;
        }
        boolean whenTrue = isSameWay(next.whenTrue(), shared);
        if (whenTrue == isSameWay(next.whenFalse(), shared)) {
            return false;
        }
        boolean positive = whenTrue == (operator == COperator.LOGICAL_OR);
        CExpr right = condition(next.condition());
        Value both = new Value(nextId++, IrType.I1, "");
        conditions.put(both, CExpr.binary(operator, condition(first.condition()), positive ? right : right.negated()));
        Target other = whenTrue ? next.whenFalse() : next.whenTrue();
        boolean or = operator == COperator.LOGICAL_OR;
        Terminator joined = new Terminator.Branch(both, or ? shared : other, or ? other : shared, first.span());
        blocks.put(block.label(), new Block(block.label(), block.parameters(), block.body(), joined));
        blocks.remove(second.label());
        return true;
    }

    /** Whether two edges lead to the same place, or to returns of the same. */
    private boolean isSameWay(Target a, Target b) {
        if (a.equals(b)) {
            return true;
        }
        Block x = blocks.get(a.block());
        Block y = blocks.get(b.block());
        return isOnlyReturn(x)
                && isOnlyReturn(y)
                && code.returns((Terminator.Return) x.terminator())
                        .equals(code.returns((Terminator.Return) y.terminator()));
    }

    private boolean isOnlyReturn(Block block) {
        return block.terminator() instanceof Terminator.Return
                && block.parameters().isEmpty()
                && code.body(block).isEmpty();
    }

    private boolean isOnlyCondition(Block block) {
        return block.parameters().isEmpty()
                && edgesTo(block.label()) == 1
                && code.body(block).isEmpty();
    }

    private long edgesTo(String label) {
        return blocks.values().stream()
                .flatMap(b -> b.terminator().targets().stream())
                .filter(t -> t.block().equals(label))
                .count();
    }
}

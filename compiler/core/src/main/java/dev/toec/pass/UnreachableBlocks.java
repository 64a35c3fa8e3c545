package dev.toec.pass;

import dev.toec.ir.Block;
import dev.toec.ir.ControlFlow;
import dev.toec.ir.Function;
import java.util.ArrayList;
import java.util.List;

/** Removes blocks that control never reaches. */
final class UnreachableBlocks {
    private UnreachableBlocks() {}

    /** {@code function} without them; the others keep their order. */
    static Function remove(Function function) {
        ControlFlow flow = ControlFlow.of(function);
        int[] reachable = flow.reversePostorder();
        if (reachable.length == flow.size()) {
            return function;
        }
        boolean[] keep = new boolean[flow.size()];
        for (int block : reachable) {
            keep[block] = true;
        }
        List<Block> kept = new ArrayList<>(reachable.length);
        for (int b = 0; b < keep.length; b++) {
            if (keep[b]) {
                kept.add(flow.block(b));
            }
        }
        return function.withBlocks(kept);
    }
}

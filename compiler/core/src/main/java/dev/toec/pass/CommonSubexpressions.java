package dev.toec.pass;

import dev.toec.ir.Block;
import dev.toec.ir.ControlFlow;
import dev.toec.ir.Function;
import dev.toec.ir.Instruction;
import dev.toec.ir.Instruction.Binary;
import dev.toec.ir.Instruction.Compare;
import dev.toec.ir.Instruction.Constant;
import dev.toec.ir.Instruction.Convert;
import dev.toec.ir.Instruction.EntryPresent;
import dev.toec.ir.Instruction.PacketLength;
import dev.toec.ir.Instruction.PacketLoad;
import dev.toec.ir.Instruction.Select;
import dev.toec.ir.Instruction.Unary;
import dev.toec.ir.Rewriter;
import dev.toec.ir.Value;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Computes every value once: an expression that a dominating block has computed already is replaced by that value. The
 * length and the bytes of a packet count as operands with the version the packet is in.
 */
final class CommonSubexpressions {
    private final Function function;
    private final ControlFlow flow;
    private final Definitions definitions;
    private final PacketVersions lengths;
    private final PacketVersions bytes;
    private final Map<List<Object>, Value> available = new HashMap<>();
    private final List<List<Object>> added = new ArrayList<>();
    private final List<List<Instruction>> bodies = new ArrayList<>();
    private int lengthVersion;
    private int bytesVersion;

    private CommonSubexpressions(Function function) {
        this.function = function;
        flow = ControlFlow.of(function);
        definitions = new Definitions(function);
        lengths = new PacketVersions(flow, Effects::resizesPackets);
        bytes = new PacketVersions(flow, Effects::writesPackets);
    }

    /** {@code function} with equal expressions computed once. */
    static Function share(Function function) {
        CommonSubexpressions sharing = new CommonSubexpressions(function);
        sharing.walkDominatorTree();
        return sharing.definitions.replacesAny() ? sharing.rewritten() : function;
    }

    private void walkDominatorTree() {
        int n = flow.size();
        int[] immediate = flow.immediateDominators();
        int[] firstChild = new int[n];
        int[] sibling = new int[n];
        Arrays.fill(firstChild, -1);
        int[] order = flow.reversePostorder();
        for (int i = order.length - 1; i > 0; i--) {
            sibling[order[i]] = firstChild[immediate[order[i]]];
            firstChild[immediate[order[i]]] = order[i];
        }
        for (int b = 0; b < n; b++) {
            bodies.add(flow.block(b).body());
        }
        sibling[0] = -1;
        visit(firstChild, sibling, immediate);
    }

    /** Depth first without recursion; what a subtree added to the available expressions goes when it is left. */
    private void visit(int[] firstChild, int[] sibling, int[] immediate) {
        int[] before = new int[flow.size()];
        int b = 0;
        boolean entering = true;
        while (b >= 0) {
            if (entering) {
                before[b] = added.size();
                block(b);
            }
            if (entering && firstChild[b] >= 0) {
                b = firstChild[b];
                continue;
            }
            forget(before[b]);
            entering = sibling[b] >= 0;
            b = entering ? sibling[b] : b == 0 ? -1 : immediate[b];
        }
    }

    private void forget(int size) {
        while (added.size() > size) {
            available.remove(added.remove(added.size() - 1));
        }
    }

    private void block(int b) {
        lengthVersion = lengths.atStart(b);
        bytesVersion = bytes.atStart(b);
        int resized = 0;
        int written = 0;
        List<Instruction> body = new ArrayList<>();
        for (Instruction original : flow.block(b).body()) {
            Instruction instruction =
                    definitions.replacesAny() ? Rewriter.operands(original, definitions::resolve) : original;
            if (!isKnown(instruction)) {
                body.add(instruction);
            }
            if (lengths.changes(instruction)) {
                lengthVersion = lengths.after(b, ++resized);
            }
            if (bytes.changes(instruction)) {
                bytesVersion = bytes.after(b, ++written);
            }
        }
        bodies.set(b, body);
    }

    private boolean isKnown(Instruction instruction) {
        List<Object> key = key(instruction);
        if (key == null) {
            return false;
        }
        Value result = instruction.results().get(0);
        Value earlier = available.putIfAbsent(key, result);
        if (earlier == null) {
            added.add(key);
            return false;
        }
        definitions.replace(result, earlier);
        return true;
    }

    /** What two instructions of equal results have in common, or {@code null} for what is never shared. */
    private List<Object> key(Instruction i) {
        if (i instanceof Constant c) {
            return List.of(c.result().type(), c.bits(), c.symbol());
        } else if (i instanceof Binary o) {
            return List.of(o.op(), o.left().id(), o.right().id());
        } else if (i instanceof Compare o) {
            return List.of(o.op(), o.left().id(), o.right().id());
        } else if (i instanceof Unary o) {
            return List.of(o.op(), o.operand().id());
        } else if (i instanceof Convert o) {
            return List.of(o.op(), o.result().type(), o.operand().id());
        } else if (i instanceof Select o) {
            return List.of(
                    "select",
                    o.condition().id(),
                    o.whenTrue().id(),
                    o.whenFalse().id());
        } else if (i instanceof EntryPresent o) {
            return List.of("present", o.entry().id());
        } else if (i instanceof PacketLength o) {
            return List.of("length", o.packet().id(), lengthVersion);
        } else if (i instanceof PacketLoad o) {
            return List.of("load", o.packet().id(), o.offset().id(), o.bytes(), o.order(), bytesVersion);
        }
        return null;
    }

    private Function rewritten() {
        List<Block> blocks = new ArrayList<>();
        for (int b = 0; b < flow.size(); b++) {
            Block block = flow.block(b);
            Block shared = new Block(block.label(), block.parameters(), bodies.get(b), block.terminator());
            blocks.add(Rewriter.operands(shared, definitions::resolve));
        }
        return function.withBlocks(blocks);
    }
}

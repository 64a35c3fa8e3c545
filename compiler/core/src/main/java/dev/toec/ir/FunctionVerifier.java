package dev.toec.ir;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** SSA form of one function: single definitions that dominate their uses, edges that fit their blocks. */
final class FunctionVerifier {
    /** Where a value is defined: before instruction {@code position} of block {@code block}. */
    private record Definition(Value value, int block, int position) {}

    private final Function function;
    private final OperationVerifier operations;
    private final Consumer<String> complaints;
    private final ControlFlow flow;
    private final Map<Integer, Definition> definitions = new HashMap<>();
    private int[] enter;
    private int[] leave;

    private FunctionVerifier(Function function, OperationVerifier operations, Consumer<String> complaints) {
        this.function = function;
        this.operations = operations;
        this.complaints = complaints;
        this.flow = ControlFlow.of(function);
    }

    static void verify(Function function, OperationVerifier operations, Consumer<String> complaints) {
        new FunctionVerifier(function, operations, complaints).verify();
    }

    private void verify() {
        Set<String> labels = new HashSet<>();
        for (Block block : function.blocks()) {
            if (!labels.add(block.label())) {
                complain(block, "label is used twice");
            }
        }
        numberDominatorTree();
        for (Value parameter : function.parameters()) {
            define(parameter, 0, -1);
        }
        for (int b = 0; b < flow.size(); b++) {
            defineAll(b);
        }
        for (int b = 0; b < flow.size(); b++) {
            block(b);
        }
    }

    private void defineAll(int b) {
        Block block = flow.block(b);
        for (Value parameter : block.parameters()) {
            define(parameter, b, -1);
        }
        for (int i = 0; i < block.body().size(); i++) {
            for (Value result : block.body().get(i).results()) {
                define(result, b, i);
            }
        }
    }

    private void define(Value value, int block, int position) {
        if (definitions.put(value.id(), new Definition(value, block, position)) != null) {
            complain(flow.block(block), value + " is defined twice");
        }
    }

    private void block(int b) {
        Block block = flow.block(b);
        if (flow.immediateDominators()[b] < 0) {
            complain(block, "cannot be reached");
            return;
        }
        for (int i = 0; i < block.body().size(); i++) {
            Instruction instruction = block.body().get(i);
            uses(instruction.operands(), b, i);
            String fault = instruction.accept(operations);
            if (fault != null) {
                complain(block, IrPrinter.print(instruction) + ": " + fault);
            }
        }
        uses(block.terminator().operands(), b, block.body().size());
        for (Terminator.Target target : block.terminator().targets()) {
            edge(block, target);
        }
        if (block.terminator() instanceof Terminator.Return leaving
                && !IrVerifier.types(leaving.values()).equals(function.results())) {
            complain(block, "returns " + IrVerifier.types(leaving.values()) + ", not " + function.results());
        }
    }

    private void edge(Block from, Terminator.Target target) {
        int index = flow.indexOf(target.block());
        if (index < 0) {
            complain(from, "goes to " + target.block() + ", which does not exist");
        } else if (index == 0) {
            complain(from, "goes back to the entry");
        } else if (!IrVerifier.types(target.arguments())
                .equals(IrVerifier.types(flow.block(index).parameters()))) {
            complain(from, "does not hand over the parameters of " + target.block());
        }
    }

    private void uses(List<Value> operands, int block, int position) {
        for (Value operand : operands) {
            Definition definition = definitions.get(operand.id());
            if (definition == null || !definition.value().equals(operand)) {
                complain(flow.block(block), operand + " is used but not defined");
            } else if (!reaches(definition, block, position)) {
                complain(flow.block(block), operand + " is used where its definition does not dominate");
            }
        }
    }

    private boolean reaches(Definition definition, int block, int position) {
        if (definition.block() == block) {
            return definition.position() < position;
        }
        return enter[definition.block()] <= enter[block] && leave[block] <= leave[definition.block()];
    }

    /** Numbers the dominator tree so that an ancestor's interval holds its descendants'. */
    private void numberDominatorTree() {
        int[] order = flow.reversePostorder();
        int[] immediate = flow.immediateDominators();
        int[] size = new int[flow.size()];
        enter = new int[flow.size()];
        leave = new int[flow.size()];
        for (int i = order.length - 1; i >= 0; i--) {
            size[order[i]]++;
            if (i > 0) {
                size[immediate[order[i]]] += size[order[i]];
            }
        }
        int[] next = new int[flow.size()];
        for (int block : order) {
            int parent = immediate[block];
            enter[block] = block == 0 ? 0 : next[parent];
            next[block] = enter[block] + 1;
            leave[block] = enter[block] + size[block];
            next[parent] = block == 0 ? 1 : leave[block];
        }
    }

    private void complain(Block block, String message) {
        complaints.accept("function " + function.name() + ", block " + block.label() + ": " + message);
    }
}

package dev.toec.interp;

import dev.toec.ir.IrType;

/** One thread of control of a stage: runs a handler on an item, or a function, any number of instructions at a time. */
final class Task {
    /** Instructions after which a handler counts as one that never ends. */
    private static final long MOST_STEPS = 1L << 27;

    private final StageState stage;
    private Activation top;
    private Item item;
    private boolean owns;
    private long[] results = new long[0];
    private long steps;

    Task(StageState stage) {
        this.stage = stage;
    }

    StageState stage() {
        return stage;
    }

    /** The item at hand; the last one, when it is idle. */
    Item item() {
        return item;
    }

    boolean isIdle() {
        return top == null;
    }

    /** What the function returned. */
    long[] results() {
        return results;
    }

    /** Begins with {@code work}, whose packet the handler owns from now on. */
    void handle(Code handler, Item work) {
        owns = true;
        begin(handler, work);
    }

    /** Begins a function that borrows the packet of {@code work}. */
    void call(Code function, Item work) {
        owns = false;
        begin(function, work);
    }

    private void begin(Code code, Item work) {
        item = work;
        steps = 0;
        if (work.packet() != null) {
            work.packet().give(this);
        }
        Activation first = enter(code, null, null);
        for (int i = 0; i < code.function().parameters().size(); i++) {
            int slot = code.parameterSlot(i);
            if (code.function().parameters().get(i).type() == IrType.PACKET) {
                first.references[slot] = work.packet();
            } else {
                first.integers[slot] = work.values()[i];
            }
        }
    }

    Activation enter(Code code, Activation caller, int[] resultSlots) {
        top = new Activation(this, code, caller, resultSlots);
        return top;
    }

    void leave(Activation a, int[] values) {
        if (a.caller != null) {
            for (int i = 0; i < values.length; i++) {
                a.caller.integers[a.resultSlots[i]] = a.integers[values[i]];
            }
        } else {
            finish(a, values);
        }
        top = a.caller;
    }

    private void finish(Activation a, int[] values) {
        results = new long[values.length];
        for (int i = 0; i < values.length; i++) {
            results[i] = a.integers[values[i]];
        }
        if (owns && item.packet() != null && item.packet().isHeldBy(this)) {
            throw new Trap("packet lost: the handler ends and neither emitted nor dropped it");
        }
    }

    /** Runs to the end of the handler. */
    void run() {
        while (!isIdle()) {
            run(1 << 16);
        }
    }

    /** Runs at most {@code budget} instructions, fewer if the handler ends. */
    void run(int budget) {
        Activation a = top;
        try {
            for (int left = budget; left > 0 && a != null; left--) {
                a.ops[a.next++].run(a);
                a = top;
            }
        } catch (Trap trap) {
            throw fault(trap.getMessage());
        }
        steps += budget;
        if (steps > MOST_STEPS && !isIdle()) {
            throw fault("the handler did not end within " + MOST_STEPS + " instructions");
        }
    }

    private InterpreterFault fault(String reason) {
        Activation at = top;
        return new InterpreterFault(
                stage.name(), at.code.placeBefore(at.next), item.origin().number(), reason);
    }
}

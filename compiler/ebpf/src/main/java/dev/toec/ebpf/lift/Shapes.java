package dev.toec.ebpf.lift;

import dev.toec.ebpf.insn.Insn;
import dev.toec.ebpf.verify.Liveness;
import dev.toec.ebpf.verify.Shape.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** The kinds of all registers and stack slots while a block is translated. */
final class Shapes {
    /** Bytes of an address. */
    private static final int ADDRESS_BYTES = 8;

    private static final class Active {
        private final int returnSlot;
        private final Held[] registers = new Held[10];
        private final Map<Integer, Held> slots = new TreeMap<>();

        Active(int returnSlot) {
            this.returnSlot = returnSlot;
            Arrays.fill(registers, Held.UNSET);
        }
    }

    private final List<Active> frames = new ArrayList<>();

    private Shapes() {}

    /** What holds where a program begins. */
    static Shapes initial() {
        Shapes shapes = new Shapes();
        shapes.frames.add(new Active(-1));
        shapes.set(1, Held.of(Kind.CONTEXT, 0));
        return shapes;
    }

    static Shapes at(Place place) {
        Shapes shapes = new Shapes();
        for (Place.Active frame : place.frames()) {
            Active active = new Active(frame.returnSlot());
            frame.registers().toArray(active.registers);
            active.slots.putAll(frame.slots());
            shapes.frames.add(active);
        }
        return shapes;
    }

    /** The place of the instruction at {@code slot}, without what is dead there. */
    Place place(int slot, Liveness liveness, SlotLiveness slotLiveness) {
        List<Place.Active> result = new ArrayList<>();
        for (int i = 0; i < frames.size(); i++) {
            Active frame = frames.get(i);
            int at = i == depth() ? slot : frames.get(i + 1).returnSlot;
            Held[] live = frame.registers.clone();
            for (int register = 0; register < live.length; register++) {
                live[register] = liveness.at(at, register) == Liveness.DEAD ? Held.UNSET : live[register];
            }
            Map<Integer, Held> slots = new TreeMap<>(frame.slots);
            slots.keySet().removeIf(offset -> !slotLiveness.isLive(at, offset));
            result.add(new Place.Active(frame.returnSlot, Arrays.asList(live), slots));
        }
        return new Place(slot, result);
    }

    /** The place of the instruction at {@code slot} with everything, dead or not. */
    Place whole(int slot) {
        return new Place(
                slot,
                frames.stream()
                        .map(f -> new Place.Active(f.returnSlot, Arrays.asList(f.registers), f.slots))
                        .toList());
    }

    /** Number of the running function's frame, 0 for the program itself. */
    int depth() {
        return frames.size() - 1;
    }

    private Active running() {
        return frames.get(depth());
    }

    Held get(int register) {
        return register == Insn.FRAME_POINTER ? Held.of(Kind.STACK, depth()) : running().registers[register];
    }

    void set(int register, Held held) {
        running().registers[register] = held;
    }

    /** The address stored at {@code offset} of frame {@code frame}, or {@code null}. */
    Held slot(int frame, int offset) {
        return frames.get(frame).slots.get(offset);
    }

    /** A store of {@code bytes} bytes: addresses it overwrites are gone. */
    void store(int frame, int offset, int bytes, Held held) {
        Map<Integer, Held> slots = frames.get(frame).slots;
        slots.keySet().removeIf(at -> at < offset + bytes && offset < at + ADDRESS_BYTES);
        if (held.shape().isPointer()) {
            slots.put(offset, held);
        }
    }

    void forgetArguments() {
        for (int i = 1; i <= 5; i++) {
            set(i, Held.UNSET);
        }
    }

    /** An identity no live look-up result has. */
    int freshAlias() {
        Set<Integer> taken = new HashSet<>();
        replaceAll(h -> {
            taken.add(h.alias());
            return h;
        });
        int alias = 1;
        while (taken.contains(alias)) {
            alias++;
        }
        return alias;
    }

    /** Changes every register and address on a stack. */
    void replaceAll(UnaryOperator<Held> change) {
        for (Active frame : frames) {
            Arrays.setAll(frame.registers, i -> change.apply(frame.registers[i]));
            frame.slots.replaceAll((offset, held) -> change.apply(held));
        }
    }

    /**
     * A register or stack slot.
     *
     * @param index number of the register, or offset from the frame pointer
     */
    record Where(int frame, int index) {}

    /** Registers that hold {@code wanted}. */
    List<Where> registersHolding(Held wanted) {
        List<Where> found = new ArrayList<>();
        for (int frame = 0; frame < frames.size(); frame++) {
            for (int register = 0; register < 10; register++) {
                if (frames.get(frame).registers[register].equals(wanted)) {
                    found.add(new Where(frame, register));
                }
            }
        }
        return found;
    }

    /** Stack slots that hold {@code wanted}. */
    List<Where> slotsHolding(Held wanted) {
        List<Where> found = new ArrayList<>();
        for (int i = 0; i < frames.size(); i++) {
            int frame = i;
            frames.get(i).slots.forEach((offset, held) -> {
                if (held.equals(wanted)) {
                    found.add(new Where(frame, offset));
                }
            });
        }
        return found;
    }

    /** {@code pointer} and its copies turn out to be null, which is the number 0, or not null. */
    void resolve(Held pointer, boolean isNull) {
        replaceAll(h -> !h.equals(pointer) ? h : isNull ? Held.SCALAR : h.as(Kind.VALUE));
        frames.forEach(f -> f.slots.values().removeIf(h -> !h.shape().isPointer()));
    }

    void enter(int returnSlot) {
        Active callee = new Active(returnSlot);
        System.arraycopy(running().registers, 1, callee.registers, 1, 5);
        set(0, Held.UNSET);
        forgetArguments();
        frames.add(callee);
    }

    /** Leaves the running function; gives the slot its caller goes on at. */
    int leave() {
        Active callee = frames.remove(depth());
        set(0, callee.registers[0]);
        return callee.returnSlot;
    }
}

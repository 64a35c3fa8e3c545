package dev.toec.ebpf.lift;

import java.util.List;
import java.util.Map;

/**
 * A place of the translation: an instruction together with the kinds of all that is live there. One instruction that is
 * reached with different kinds becomes several blocks, so that each value of the result has one type.
 *
 * @param frames active functions, the running one last
 */
record Place(int slot, List<Active> frames) {
    Place {
        frames = List.copyOf(frames);
    }

    /**
     * An active function.
     *
     * @param returnSlot where its caller goes on, or -1
     * @param registers r0 to r9
     * @param slots addresses on its stack, by offset from the frame pointer
     */
    record Active(int returnSlot, List<Held> registers, Map<Integer, Held> slots) {
        Active {
            registers = List.copyOf(registers);
            slots = Map.copyOf(slots);
        }
    }
}

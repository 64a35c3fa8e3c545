package dev.toec.interp;

/**
 * A call in progress. It can rest between any two instructions, so that another actor goes on.
 *
 * <p>{@code integers} holds the values of integer types, zero-extended, {@code references} packets and entries.
 */
final class Activation {
    final Task task;
    final Code code;
    final Activation caller;
    final int[] resultSlots;
    final long[] integers;
    final Object[] references;
    final Op[] ops;
    int next;

    /** @param resultSlots slots of {@code caller} that take what it returns */
    Activation(Task task, Code code, Activation caller, int[] resultSlots) {
        this.task = task;
        this.code = code;
        this.caller = caller;
        this.resultSlots = resultSlots;
        this.integers = new long[code.integerSlots()];
        this.references = new Object[code.referenceSlots()];
        this.ops = code.ops();
    }

    /** The packet in {@code slot}, if this handler still has it. */
    PacketBuffer packet(int slot) {
        PacketBuffer packet = (PacketBuffer) references[slot];
        if (!packet.isHeldBy(task)) {
            throw new Trap("packet used after it was given away");
        }
        return packet;
    }

    /** The entry in {@code slot}, which must refer to one. */
    Entry entry(int slot) {
        Entry entry = (Entry) references[slot];
        if (entry == null) {
            throw new Trap("access to an entry that was not found");
        }
        if (entry.isRemoved()) {
            throw new Trap("access to an entry after it was removed");
        }
        return entry;
    }
}

package dev.toec.interp;

/**
 * A work item on its way.
 *
 * @param values one per field of its work type; 0 for the packet
 * @param packet its packet, or {@code null}
 * @param packetIndex which field that is, or -1
 * @param origin the packet this work began with, which it may have lost since: for numbers and messages
 */
record Item(long[] values, PacketBuffer packet, int packetIndex, Origin origin) {
    /**
     * The arrival that set an item going.
     *
     * @param number in order of arrival over all ports, from 1
     * @param numbers per sequence of the graph, -1 where the port takes none
     */
    record Origin(long number, long[] numbers) {
        /** What is not part of a pipeline has no numbers. */
        static Origin alone(long number) {
            return new Origin(number, new long[0]);
        }
    }

    /** A bare packet, as it arrives from outside. */
    static Item of(PacketBuffer packet, Origin origin) {
        return new Item(new long[1], packet, 0, origin);
    }
}

package dev.toec.target.nfp;

/**
 * The work queue of a stage.
 *
 * @param name of the queue
 * @param parked whether items pass as three words, with the fields of an item with a packet in front of its frame: so
 *     behind a reorder context, which passes no more
 * @param itemWords words of an item
 * @param items how many it holds
 */
record Queue(String name, boolean parked, int itemWords, int items) {
    /** Bytes of its ring, a power of two. */
    int bytes() {
        return Integer.highestOneBit(items * itemWords * 4 - 1) * 2;
    }
}

package dev.toec.target.nfp;

/** What the NFP-4000 has of everything, as far as a program can run out of it. */
final class Chip {
    /** Contexts of a microengine. */
    static final int CONTEXTS = 8;

    /** Microengines for packets: four islands of twelve. */
    static final int MICROENGINES = 48;

    /** Reorder contexts of the global reorder block. */
    static final int REORDER_CONTEXTS = 16;

    /** Requests a reorder context keeps; its numbers have 16 bits. */
    static final int REORDER_WINDOW = 8192;

    /** Sequencers of the NBI; number 0 is none. */
    static final int SEQUENCERS = 8;

    /** Ports of the MAC that the NBI tells apart. */
    static final int PORTS = 64;

    /** Words of a ring or work queue command. */
    static final int ITEM_WORDS = 16;

    /** Words of an item that are its header and packet handle. */
    static final int HANDLE_WORDS = 3;

    /** Words a reorder context passes on. */
    static final int RELEASED_WORDS = 3;

    /** Words of a key: the hash takes 64 bytes. */
    static final int KEY_WORDS = 16;

    /** Bytes of a table: half of the external memory behind one memory unit. */
    static final long TABLE_BYTES = 1L << 30;

    /** Packets in the CTM of the island that receives. */
    static final int PACKETS = 512;

    private Chip() {}
}

/**
 * Exact-match tables in external memory: open addressing with linear probing
 * over slots, at least twice as many as entries.
 *
 * Header: word 0 is the number of entries, word 1 unused.
 * Slot:   word 0 is its state, then the words of the key, then, at a multiple
 *         of 8 bytes, the value. Slots are multiples of 8 bytes.
 */
#ifndef TOE_TABLE_H
#define TOE_TABLE_H

/** State of a slot that was never used: a search ends here. */
#define TOE_SLOT_FREE 0

/** State of a slot that holds an entry. */
#define TOE_SLOT_USED 1

/** State of a slot whose entry was removed: a search goes on. */
#define TOE_SLOT_REMOVED 2

/** Bytes in front of the first slot. */
#define TOE_TABLE_HEADER_BYTES 8

/** Start of the hash of a key. */
#define TOE_HASH_START 0xffffffff

/** Offset of the value in a slot whose key has `key_words` words. */
#define TOE_SLOT_VALUE_OFFSET(key_words) (((key_words) * 4 + 4 + 7) / 8 * 8)

/** Bytes of a slot. */
#define TOE_SLOT_BYTES(key_words, value_words) \
    (TOE_SLOT_VALUE_OFFSET(key_words) + ((value_words) * 4 + 7) / 8 * 8)

/** Bytes of a table. */
#define TOE_TABLE_BYTES(slots, key_words, value_words) \
    (TOE_TABLE_HEADER_BYTES + (slots) * TOE_SLOT_BYTES(key_words, value_words))

#endif

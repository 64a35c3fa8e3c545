/**
 * Values of table entries, and counters, in external memory.
 */
#ifndef TOE_ENTRY_H
#define TOE_ENTRY_H

#include "toe_chip.h"
#include "toe_table.h"

/** Which entries an insertion may write. */
enum toe_insert {
    TOE_INSERT_ANY,      /**< a new one, or over the one of the same key */
    TOE_INSERT_NEW,      /**< only a new one */
    TOE_INSERT_EXISTING  /**< only over the one of the same key */
};

/** Adds to a counter. */
static __inline void
toe_count(__mem40 void *counter, uint64_t amount)
{
    __xwrite uint32_t words[2];

    words[0] = (uint32_t)(amount >> 32);
    words[1] = (uint32_t)amount;
    mem_add64(words, counter, sizeof(words));
}

/** Address of byte `offset` of a value. */
static __inline __mem40 void *
toe_entry_at(__mem40 void *entry, uint32_t offset)
{
    return (__mem40 unsigned char *)entry + offset;
}

/** Address of slot `index` of a table. */
static __inline __mem40 void *
toe_table_slot(__mem40 void *table, uint32_t index, uint32_t slot_bytes)
{
    return toe_entry_at(table, TOE_TABLE_HEADER_BYTES + index * slot_bytes);
}

/** Adds to the number of entries of a table, and waits until it is done: the
 * next insertion looks at it. */
static __inline void
toe_table_adjust(__mem40 void *table, uint32_t amount)
{
    __xwrite uint32_t word;

    word = amount;
    mem_add32(&word, table, sizeof(word));
}

/** Reads the word at `offset`. */
static __inline uint32_t
toe_entry_load32(__mem40 void *entry, uint32_t offset)
{
    __xread uint32_t word;

    mem_read32(&word, toe_entry_at(entry, offset), sizeof(word));
    return word;
}

/** Reads the two words at `offset`. */
static __inline uint64_t
toe_entry_load64(__mem40 void *entry, uint32_t offset)
{
    __xread uint32_t words[2];

    mem_read32(words, toe_entry_at(entry, offset), sizeof(words));
    return (uint64_t)words[0] << 32 | words[1];
}

/** Writes the word at `offset`. */
static __inline void
toe_entry_store32(__mem40 void *entry, uint32_t offset, uint32_t value)
{
    __xwrite uint32_t word;

    word = value;
    mem_write32(&word, toe_entry_at(entry, offset), sizeof(word));
}

/** Writes the two words at `offset`. */
static __inline void
toe_entry_store64(__mem40 void *entry, uint32_t offset, uint64_t value)
{
    __xwrite uint32_t words[2];

    words[0] = (uint32_t)(value >> 32);
    words[1] = (uint32_t)value;
    mem_write32(words, toe_entry_at(entry, offset), sizeof(words));
}

#endif

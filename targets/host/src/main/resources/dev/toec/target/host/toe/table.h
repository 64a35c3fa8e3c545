/**
 * @file table.h
 * Exact-match tables of fixed capacity: chained hashing over arrays, no memory after start.
 *
 * A table belongs to one stage. A stage that inserts or removes runs as one thread, so nothing here needs a lock; many
 * threads may look up in a table that nobody changes. Only toe_table_add32/64 may be called from many threads at once.
 *
 * The look-up is inline and takes the key's size as an argument: generated wrappers pass a constant, and the compiler
 * unrolls hash and comparison for it.
 */
#ifndef TOE_TABLE_H
#define TOE_TABLE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

/** No entry. */
#define TOE_TABLE_NONE UINT32_MAX

/** A scalar inside a key or a value, in the machine's byte order. */
struct toe_field {
    const char *name;
    uint16_t offset; /**< bytes from the start of the key or value */
    uint8_t size;    /**< 1, 2, 4 or 8 bytes */
};

/** What never changes about a table. */
struct toe_table_layout {
    const char *name;                     /**< Stage.table */
    const struct toe_field *key_fields;   /**< in declaration order */
    size_t key_field_count;
    const struct toe_field *value_fields; /**< in declaration order */
    size_t value_field_count;
    size_t key_size;                      /**< bytes; padding must be zero in every key */
    size_t value_size;                    /**< bytes, a multiple of the value's alignment */
    uint32_t capacity;                    /**< most entries, at least 1 */
};

/** A table. Entries are numbered; chains and the free list are linked by number. */
struct toe_table {
    const struct toe_table_layout *layout;
    uint32_t mask;   /**< number of buckets, a power of two, less 1 */
    uint32_t *heads; /**< first entry of each bucket */
    uint32_t *links; /**< next entry of the bucket, or of the free list */
    bool *used;      /**< whether an entry is in the table */
    uint32_t free;   /**< first free entry */
    uint8_t *keys;
    uint8_t *values;
};

/** Which entries an insertion may write. */
enum toe_insert_mode {
    TOE_INSERT_ANY,     /**< a new one, or over the one of the same key */
    TOE_INSERT_NEW,     /**< only a new one */
    TOE_INSERT_EXISTING /**< only over the one of the same key */
};

/** Makes an empty table of @p layout. */
void toe_table_init(struct toe_table *table, const struct toe_table_layout *layout);

/** Gives back a table's memory. */
void toe_table_release(struct toe_table *table);

/** Writes an entry as @p mode allows; false if it was not stored, so too when the table is full. */
bool toe_table_insert(struct toe_table *table, const void *key, const void *value, enum toe_insert_mode mode);

/** Removes the entry of @p key; false if there is none. */
bool toe_table_remove(struct toe_table *table, const void *key);

/** Hash of a key of @p size bytes: multiply and fold, 8 bytes at a time. */
static inline uint32_t
toe_table_hash(const void *key, size_t size)
{
    const uint8_t *bytes = key;
    uint64_t hash = size;

    while (size > 0) {
        size_t step = size < sizeof(uint64_t) ? size : sizeof(uint64_t);
        uint64_t word = 0;

        memcpy(&word, bytes, step);
        hash = (hash ^ word) * UINT64_C(0x9e3779b97f4a7c15);
        hash ^= hash >> 32;
        bytes += step;
        size -= step;
    }
    return (uint32_t)hash;
}

/**
 * Looks up a key of @p key_size bytes.
 *
 * @return the entry's value, or NULL; valid until the entry is removed
 */
static inline void *
toe_table_find(const struct toe_table *table, const void *key, size_t key_size, size_t value_size)
{
    uint32_t entry = table->heads[toe_table_hash(key, key_size) & table->mask];

    while (entry != TOE_TABLE_NONE) {
        if (memcmp(table->keys + entry * key_size, key, key_size) == 0)
            return table->values + entry * value_size;
        entry = table->links[entry];
    }
    return NULL;
}

/** Adds atomically to 4 bytes of a value; they need no alignment the ABI does not give. */
static inline void
toe_table_add32(uint8_t *bytes, uint32_t amount)
{
    __atomic_fetch_add((uint32_t *)(void *)bytes, amount, __ATOMIC_RELAXED);
}

/** Adds atomically to 8 bytes of a value. */
static inline void
toe_table_add64(uint8_t *bytes, uint64_t amount)
{
    __atomic_fetch_add((uint64_t *)(void *)bytes, amount, __ATOMIC_RELAXED);
}

#endif /* TOE_TABLE_H */

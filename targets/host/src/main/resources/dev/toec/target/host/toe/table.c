/**
 * @file table.c
 * Exact-match tables of fixed capacity: what changes them.
 */
#include "toe/table.h"

#include "toe/fail.h"

void
toe_table_init(struct toe_table *table, const struct toe_table_layout *layout)
{
    uint32_t buckets = 1;
    uint32_t entry;

    while (buckets < layout->capacity && buckets < UINT32_C(1) << 31)
        buckets <<= 1;
    table->layout = layout;
    table->mask = buckets - 1;
    table->heads = toe_allocate(buckets, sizeof(*table->heads));
    table->links = toe_allocate(layout->capacity, sizeof(*table->links));
    table->used = toe_allocate(layout->capacity, sizeof(*table->used));
    table->keys = toe_allocate(layout->capacity, layout->key_size);
    table->values = toe_allocate(layout->capacity, layout->value_size > 0 ? layout->value_size : 1);
    memset(table->heads, 0xff, buckets * sizeof(*table->heads));
    for (entry = 0; entry < layout->capacity; entry++)
        table->links[entry] = entry + 1 < layout->capacity ? entry + 1 : TOE_TABLE_NONE;
    table->free = 0;
}

void
toe_table_release(struct toe_table *table)
{
    toe_release(table->heads);
    toe_release(table->links);
    toe_release(table->used);
    toe_release(table->keys);
    toe_release(table->values);
}

/** The link that names the entry of @p key, or ends its bucket. */
static uint32_t *
locate(struct toe_table *table, const void *key)
{
    size_t key_size = table->layout->key_size;
    uint32_t *link = &table->heads[toe_table_hash(key, key_size) & table->mask];

    while (*link != TOE_TABLE_NONE && memcmp(table->keys + *link * key_size, key, key_size) != 0)
        link = &table->links[*link];
    return link;
}

bool
toe_table_insert(struct toe_table *table, const void *key, const void *value, enum toe_insert_mode mode)
{
    const struct toe_table_layout *layout = table->layout;
    uint32_t *link = locate(table, key);
    uint32_t entry = *link;

    if (entry == TOE_TABLE_NONE ? mode == TOE_INSERT_EXISTING : mode == TOE_INSERT_NEW)
        return false;
    if (entry == TOE_TABLE_NONE) {
        entry = table->free;
        if (entry == TOE_TABLE_NONE)
            return false;
        table->free = table->links[entry];
        memcpy(table->keys + entry * layout->key_size, key, layout->key_size);
        table->links[entry] = TOE_TABLE_NONE;
        table->used[entry] = true;
        *link = entry;
    }
    memcpy(table->values + entry * layout->value_size, value, layout->value_size);
    return true;
}

bool
toe_table_remove(struct toe_table *table, const void *key)
{
    uint32_t *link = locate(table, key);
    uint32_t entry = *link;

    if (entry == TOE_TABLE_NONE)
        return false;
    *link = table->links[entry];
    table->links[entry] = table->free;
    table->free = entry;
    table->used[entry] = false;
    return true;
}

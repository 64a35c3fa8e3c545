/**
 * @file reorder.c
 * Reorder points.
 */
#include "toe/reorder.h"

#include <string.h>

#include "toe/fail.h"

/** What a slot holds. */
enum slot {
    SLOT_EMPTY,
    SLOT_ITEM,
    SLOT_SKIP
};

void
toe_reorder_init(struct toe_reorder *point, size_t item_size)
{
    size_t i;

    atomic_init(&point->next, 0);
    atomic_flag_clear(&point->taking);
    for (i = 0; i < TOE_REORDER_WINDOW; i++)
        atomic_init(&point->slot[i], SLOT_EMPTY);
    point->item_size = item_size;
    point->items = toe_allocate(TOE_REORDER_WINDOW, item_size);
}

void
toe_reorder_release(struct toe_reorder *point)
{
    toe_release(point->items);
}

void
toe_reorder_put(struct toe_reorder *point, uint64_t number, const void *item, size_t size)
{
    size_t slot = number % TOE_REORDER_WINDOW;

    memcpy(point->items + slot * point->item_size, item, size);
    /* Release: the item is complete before it can be taken. */
    atomic_store_explicit(&point->slot[slot], SLOT_ITEM, memory_order_release);
}

void
toe_reorder_skip(struct toe_reorder *point, uint64_t number)
{
    atomic_store_explicit(&point->slot[number % TOE_REORDER_WINDOW], SLOT_SKIP, memory_order_release);
}

/** Takes while no one else does. */
static bool
take(struct toe_reorder *point, void *item)
{
    uint64_t next = atomic_load_explicit(&point->next, memory_order_relaxed);

    for (;;) {
        size_t slot = next % TOE_REORDER_WINDOW;
        uint8_t found = atomic_load_explicit(&point->slot[slot], memory_order_acquire);

        if (found == SLOT_EMPTY)
            return false;
        if (found == SLOT_ITEM)
            memcpy(item, point->items + slot * point->item_size, point->item_size);
        atomic_store_explicit(&point->slot[slot], SLOT_EMPTY, memory_order_relaxed);
        /* Release: the slot is empty before the receiver lets its next number go. */
        atomic_store_explicit(&point->next, ++next, memory_order_release);
        if (found == SLOT_ITEM)
            return true;
    }
}

bool
toe_reorder_take(struct toe_reorder *point, void *item)
{
    bool taken;

    if (atomic_flag_test_and_set_explicit(&point->taking, memory_order_acquire))
        return false;
    taken = take(point, item);
    atomic_flag_clear_explicit(&point->taking, memory_order_release);
    return taken;
}

uint64_t
toe_reorder_next(struct toe_reorder *point)
{
    return atomic_load_explicit(&point->next, memory_order_acquire);
}

/**
 * @file ring.c
 * A queue of items between two threads.
 */
#include "toe/ring.h"

#include <string.h>

#include "toe/fail.h"

void
toe_ring_init(struct toe_ring *ring, uint32_t capacity, size_t item_size)
{
    atomic_init(&ring->head, 0);
    atomic_init(&ring->tail, 0);
    ring->mask = capacity - 1;
    ring->item_size = item_size;
    ring->items = toe_allocate(capacity, item_size);
}

void
toe_ring_release(struct toe_ring *ring)
{
    toe_release(ring->items);
}

bool
toe_ring_put(struct toe_ring *ring, const void *item, size_t size)
{
    uint32_t tail = atomic_load_explicit(&ring->tail, memory_order_relaxed);

    /* Acquire: the reader is done with the slot before it is written again. */
    if (tail - atomic_load_explicit(&ring->head, memory_order_acquire) > ring->mask)
        return false;
    memcpy(ring->items + (tail & ring->mask) * ring->item_size, item, size);
    atomic_store_explicit(&ring->tail, tail + 1, memory_order_release);
    return true;
}

bool
toe_ring_take(struct toe_ring *ring, void *item)
{
    uint32_t head = atomic_load_explicit(&ring->head, memory_order_relaxed);

    /* Acquire: the item is complete before it is read. */
    if (head == atomic_load_explicit(&ring->tail, memory_order_acquire))
        return false;
    memcpy(item, ring->items + (head & ring->mask) * ring->item_size, ring->item_size);
    atomic_store_explicit(&ring->head, head + 1, memory_order_release);
    return true;
}

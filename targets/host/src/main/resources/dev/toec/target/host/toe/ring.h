/**
 * @file ring.h
 * A queue of items between two threads: one writes, one reads, neither takes a lock.
 */
#ifndef TOE_RING_H
#define TOE_RING_H

#include <stdatomic.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/** Bytes that two threads should not share when both write. */
#define TOE_CACHE_LINE 64

/** A ring. Heads and tails only grow; they wrap around modulo 2^32, the slots modulo the capacity. */
struct toe_ring {
    _Alignas(TOE_CACHE_LINE) _Atomic uint32_t head; /**< items taken so far, the reader's */
    _Alignas(TOE_CACHE_LINE) _Atomic uint32_t tail; /**< items put so far, the writer's */
    _Alignas(TOE_CACHE_LINE) uint32_t mask;         /**< capacity, a power of two, less 1 */
    size_t item_size;
    uint8_t *items;
};

/** Makes an empty ring of @p capacity (a power of two) items of @p item_size bytes. */
void toe_ring_init(struct toe_ring *ring, uint32_t capacity, size_t item_size);

/** Gives back a ring's memory. */
void toe_ring_release(struct toe_ring *ring);

/** Puts a copy of the @p size bytes of @p item, no more than an item of the ring has, at the end; false if it is full. */
bool toe_ring_put(struct toe_ring *ring, const void *item, size_t size);

/** Takes the first item into @p item; false if there is none. */
bool toe_ring_take(struct toe_ring *ring, void *item);

#endif /* TOE_RING_H */

/**
 * @file reorder.h
 * Reorder points: items that were numbered when they were received, and worked on in any order, leave in the order of
 * their numbers. A number that will not come is skipped by whoever knows it first.
 *
 * Any number of threads put and skip, each number once; one thread at a time takes. Putting never waits: the receiver
 * lets no more than TOE_REORDER_WINDOW numbers be on their way at once, so that the slot of a number is free by then.
 */
#ifndef TOE_REORDER_H
#define TOE_REORDER_H

#include <stdatomic.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/** Numbers on their way at once, a power of two. */
#define TOE_REORDER_WINDOW 1024

/** A reorder point at work. */
struct toe_reorder {
    _Atomic uint64_t next;                    /**< the number that leaves next */
    atomic_flag taking;                       /**< held by the replica that takes */
    _Atomic uint8_t slot[TOE_REORDER_WINDOW]; /**< what is known of each number on its way */
    size_t item_size;
    uint8_t *items;
};

/** Makes a reorder point that waits for number 0. */
void toe_reorder_init(struct toe_reorder *point, size_t item_size);

/** Gives back a reorder point's memory. */
void toe_reorder_release(struct toe_reorder *point);

/** Brings the item with @p number: a copy of @p size bytes, no more than an item of the point has. */
void toe_reorder_put(struct toe_reorder *point, uint64_t number, const void *item, size_t size);

/** Says that @p number will not come. */
void toe_reorder_skip(struct toe_reorder *point, uint64_t number);

/** Takes the next item in order into @p item, passing over skipped numbers; false if it is not there yet. */
bool toe_reorder_take(struct toe_reorder *point, void *item);

/** The number that leaves next. */
uint64_t toe_reorder_next(struct toe_reorder *point);

#endif /* TOE_REORDER_H */

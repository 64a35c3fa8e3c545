/**
 * @file counter.h
 * Counters: additions commute, so any number of threads may add at once and no order is needed.
 */
#ifndef TOE_COUNTER_H
#define TOE_COUNTER_H

#include <stdatomic.h>
#include <stdint.h>

/** A 64-bit count of events. */
struct toe_counter {
    _Atomic uint64_t value; /**< modulo 2^64 */
};

/** Adds @p amount. */
static inline void
toe_counter_add(struct toe_counter *counter, uint64_t amount)
{
    atomic_fetch_add_explicit(&counter->value, amount, memory_order_relaxed);
}

/** What was counted so far. */
static inline uint64_t
toe_counter_read(struct toe_counter *counter)
{
    return atomic_load_explicit(&counter->value, memory_order_relaxed);
}

#endif /* TOE_COUNTER_H */

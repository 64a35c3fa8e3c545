/**
 * @file threads.h
 * What the threads of the engine share; for the engine's own files only.
 */
#ifndef TOE_THREADS_H
#define TOE_THREADS_H

#include <pthread.h>
#include <stdatomic.h>
#include <stdbool.h>

#include "toe/engine.h"
#include "toe/reorder.h"
#include "toe/ring.h"

/** Items a ring between two threads holds, a power of two. */
#define TOE_RING_CAPACITY 256

/** Seconds without progress after which a reorder point is taken to wait for a number that is lost. */
#define TOE_STALL_SECONDS 10

/** Something items are sent to: a stage or the transmitting side of a port. */
struct toe_consumer {
    const char *name;
    unsigned int replicas;
    struct toe_ring **rings;      /**< [producer * replicas + replica]; NULL where that producer never sends */
    _Atomic unsigned int feeding; /**< threads that may still send to it, or skip one of its reorder points */
};

/** The engine at work. Producers are numbered: first the receiver, then each replica of each stage. */
struct toe_engine {
    const struct toe_program *program;
    struct toe_input *inputs;
    struct toe_output *outputs;
    struct toe_consumer *consumers;
    unsigned int consumer_count;
    unsigned int producer_count;
    struct toe_reorder *reorders;
    struct toe_counter *drops;
    uint64_t given[TOE_SEQUENCES_MAX]; /**< numbers given so far, the receiver's; others read it when it has ended */
};

/** Waits a little, longer the longer @p idle (which the caller sets to 0 on progress) lasts. */
void toe_wait(unsigned int *idle);

/** Reports that the reorder point with index @p reorder waits for a number that is lost, and ends the process. */
_Noreturn void toe_stalled(struct toe_engine *engine, size_t reorder);

/** Says that a thread will send nothing more to the @p count consumers in @p feeds. */
void toe_feeds_end(struct toe_engine *engine, const unsigned int *feeds, size_t count);

/** Takes the next item for replica @p replica of @p consumer into @p item; false if none is there. */
bool toe_consumer_take(struct toe_engine *engine, unsigned int consumer, unsigned int replica, struct toe_item *item);

/**
 * Takes the next item, waiting for it.
 *
 * @return false when nothing will ever come
 */
bool toe_consumer_await(struct toe_engine *engine, unsigned int consumer, unsigned int replica, struct toe_item *item);

/** Body of the receiving thread; @p argument is the engine. */
void *toe_receiver_run(void *argument);

/** Ends reception soon, from a signal handler. */
void toe_receiver_stop(void);

#endif /* TOE_THREADS_H */

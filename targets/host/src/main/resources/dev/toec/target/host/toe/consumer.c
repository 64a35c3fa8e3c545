/**
 * @file consumer.c
 * The receiving ends of links: rings and reorder points in front of a stage or a port.
 */
#include <sched.h>
#include <time.h>

#include "toe/fail.h"
#include "toe/threads.h"

/** Rounds of yielding before a thread sleeps; on few cores the others need ours. */
#define YIELDS 32
#define SLEEP_NANOSECONDS 50000

void
toe_wait(unsigned int *idle)
{
    const struct timespec pause = {.tv_nsec = SLEEP_NANOSECONDS};

    if (*idle < YIELDS) {
        ++*idle;
        sched_yield();
    } else {
        nanosleep(&pause, NULL);
    }
}

void
toe_stalled(struct toe_engine *engine, size_t reorder)
{
    toe_fail("reorder point %s waits for number %llu, which never came", engine->program->reorders[reorder].name,
             (unsigned long long)toe_reorder_next(&engine->reorders[reorder]));
}

void
toe_feeds_end(struct toe_engine *engine, const unsigned int *feeds, size_t count)
{
    size_t i;

    /* Release: what this thread sent is visible to whoever sees that it has ended. */
    for (i = 0; i < count; i++)
        atomic_fetch_sub_explicit(&engine->consumers[feeds[i]].feeding, 1, memory_order_release);
}

bool
toe_consumer_take(struct toe_engine *engine, unsigned int consumer, unsigned int replica, struct toe_item *item)
{
    const struct toe_consumer *from = &engine->consumers[consumer];
    unsigned int producer;
    size_t i;

    for (i = 0; i < engine->program->reorder_count; i++)
        if (engine->program->reorders[i].consumer == consumer && toe_reorder_take(&engine->reorders[i], item))
            return true;
    for (producer = 0; producer < engine->producer_count; producer++) {
        struct toe_ring *ring = from->rings[producer * from->replicas + replica];

        if (ring != NULL && toe_ring_take(ring, item))
            return true;
    }
    return false;
}

/** Reports a reorder point of @p consumer that has not let every number pass, now that no number can come. */
static void
check_complete(struct toe_engine *engine, unsigned int consumer)
{
    size_t i;

    for (i = 0; i < engine->program->reorder_count; i++) {
        const struct toe_reorder_point *point = &engine->program->reorders[i];

        if (point->consumer == consumer && toe_reorder_next(&engine->reorders[i]) != engine->given[point->sequence])
            toe_stalled(engine, i);
    }
}

bool
toe_consumer_await(struct toe_engine *engine, unsigned int consumer, unsigned int replica, struct toe_item *item)
{
    unsigned int idle = 0;

    for (;;) {
        /* Looked at first: whoever ends has sent everything before. */
        bool ended = atomic_load_explicit(&engine->consumers[consumer].feeding, memory_order_acquire) == 0;

        if (toe_consumer_take(engine, consumer, replica, item))
            return true;
        if (ended) {
            if (engine->consumers[consumer].replicas == 1)
                check_complete(engine, consumer);
            return false;
        }
        toe_wait(&idle);
    }
}

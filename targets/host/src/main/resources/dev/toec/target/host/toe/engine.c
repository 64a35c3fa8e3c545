/**
 * @file engine.c
 * Sets up and runs the threads of a program.
 */
#include "toe/engine.h"

#include <stdlib.h>
#include <string.h>

#include "toe/fail.h"
#include "toe/threads.h"

/** A ring from @p producer to each replica of @p consumer, unless there is one. */
static void
connect(struct toe_engine *engine, unsigned int producer, unsigned int consumer)
{
    struct toe_consumer *to = &engine->consumers[consumer];
    unsigned int replica;

    for (replica = 0; replica < to->replicas; replica++) {
        struct toe_ring **ring = &to->rings[producer * to->replicas + replica];

        if (*ring == NULL) {
            *ring = aligned_alloc(TOE_CACHE_LINE, sizeof(**ring));
            if (*ring == NULL)
                toe_fail("out of memory");
            toe_ring_init(*ring, TOE_RING_CAPACITY, engine->program->item_size);
        }
    }
}

/** Makes the consumers, without rings. */
static void
make_consumers(struct toe_engine *engine)
{
    const struct toe_program *program = engine->program;
    size_t i;

    engine->consumer_count = (unsigned int)(program->stage_count + program->port_count);
    engine->consumers = toe_allocate(engine->consumer_count, sizeof(*engine->consumers));
    engine->producer_count = 1;
    for (i = 0; i < engine->consumer_count; i++) {
        struct toe_consumer *consumer = &engine->consumers[i];
        bool is_stage = i < program->stage_count;

        consumer->name = is_stage ? program->stages[i].name : program->ports[i - program->stage_count].name;
        consumer->replicas = is_stage ? program->stages[i].replicas : 1;
        if (is_stage)
            engine->producer_count += consumer->replicas;
    }
    for (i = 0; i < engine->consumer_count; i++)
        engine->consumers[i].rings = toe_allocate((size_t)engine->producer_count * engine->consumers[i].replicas,
                                                  sizeof(struct toe_ring *));
}

/** Connects every thread with what it feeds. */
static void
connect_all(struct toe_engine *engine)
{
    const struct toe_program *program = engine->program;
    unsigned int producer = 1;
    unsigned int replica;
    size_t i;
    size_t j;

    for (i = 0; i < program->port_count; i++) {
        if (program->ports[i].rx != NULL) {
            connect(engine, 0, program->ports[i].rx->consumer);
            atomic_fetch_add(&engine->consumers[program->ports[i].rx->consumer].feeding, 1);
        }
    }
    for (i = 0; i < program->stage_count; i++) {
        for (replica = 0; replica < program->stages[i].replicas; replica++, producer++) {
            for (j = 0; j < program->stages[i].feed_count; j++) {
                connect(engine, producer, program->stages[i].feeds[j]);
                atomic_fetch_add(&engine->consumers[program->stages[i].feeds[j]].feeding, 1);
            }
        }
    }
}

struct toe_engine *
toe_engine_new(const struct toe_program *program, struct toe_input *inputs, struct toe_output *outputs)
{
    struct toe_engine *engine = toe_allocate(1, sizeof(*engine));
    size_t i;

    engine->program = program;
    engine->inputs = inputs;
    engine->outputs = outputs;
    engine->drops = toe_allocate(program->reason_count, sizeof(*engine->drops));
    engine->reorders = toe_allocate(program->reorder_count + 1, sizeof(*engine->reorders));
    for (i = 0; i < program->reorder_count; i++)
        toe_reorder_init(&engine->reorders[i], program->item_size);
    for (i = 0; i < program->table_count; i++)
        toe_table_init(program->tables[i], program->layouts[i]);
    make_consumers(engine);
    connect_all(engine);
    return engine;
}

void
toe_engine_release(struct toe_engine *engine)
{
    size_t i;
    size_t j;

    for (i = 0; i < engine->consumer_count; i++) {
        struct toe_consumer *consumer = &engine->consumers[i];

        for (j = 0; j < (size_t)engine->producer_count * consumer->replicas; j++) {
            if (consumer->rings[j] != NULL)
                toe_ring_release(consumer->rings[j]);
            toe_release(consumer->rings[j]);
        }
        toe_release(consumer->rings);
    }
    for (i = 0; i < engine->program->reorder_count; i++)
        toe_reorder_release(&engine->reorders[i]);
    for (i = 0; i < engine->program->table_count; i++)
        toe_table_release(engine->program->tables[i]);
    toe_release(engine->reorders);
    toe_release(engine->consumers);
    toe_release(engine->drops);
    toe_release(engine);
}

uint64_t
toe_engine_drops(struct toe_engine *engine, size_t reason)
{
    return toe_counter_read(&engine->drops[reason]);
}

void
toe_send(struct toe_worker *worker, const struct toe_link *link, struct toe_item *item, size_t size)
{
    struct toe_engine *engine = worker->engine;
    struct toe_consumer *to = &engine->consumers[link->consumer];
    unsigned int replica = to->replicas == 1 ? 0 : worker->turn++ % to->replicas;
    unsigned int idle = 0;

    memcpy(item->number, worker->at_hand->number, sizeof(item->number));
    item->input = link->input;
    if (link->reorder != TOE_UNORDERED) {
        unsigned int sequence = engine->program->reorders[link->reorder].sequence;

        toe_reorder_put(&engine->reorders[link->reorder], item->number[sequence], item, size);
    } else {
        while (!toe_ring_put(to->rings[worker->producer * to->replicas + replica], item, size))
            toe_wait(&idle);
    }
}

void
toe_skip(struct toe_worker *worker, unsigned int reorder)
{
    struct toe_engine *engine = worker->engine;

    toe_reorder_skip(&engine->reorders[reorder], worker->at_hand->number[engine->program->reorders[reorder].sequence]);
}

void
toe_drop(struct toe_worker *worker, struct toe_packet *packet, unsigned int reason)
{
    toe_counter_add(&worker->engine->drops[reason], 1);
    toe_packet_free(packet);
}

/** Body of a stage's thread; @p argument is its worker. */
static void *
run_stage(void *argument)
{
    struct toe_worker *self = argument;
    struct toe_engine *engine = self->engine;
    const struct toe_stage *stage = &engine->program->stages[self->consumer];
    struct toe_item *item = toe_allocate(1, engine->program->item_size);

    self->at_hand = item;
    while (toe_consumer_await(engine, self->consumer, self->replica, item))
        stage->handle(self, item);
    toe_feeds_end(engine, stage->feeds, stage->feed_count);
    toe_release(item);
    return NULL;
}

/** Body of a port's transmitting thread; @p argument is a worker that names it as a consumer. */
static void *
run_output(void *argument)
{
    struct toe_worker *self = argument;
    struct toe_engine *engine = self->engine;
    struct toe_output *output = &engine->outputs[self->consumer - engine->program->stage_count];
    struct toe_packet_item *item = toe_allocate(1, engine->program->item_size);

    while (toe_consumer_await(engine, self->consumer, 0, &item->head))
        toe_output_send(output, item->packet);
    toe_release(item);
    return NULL;
}

void
toe_engine_run(struct toe_engine *engine)
{
    size_t port_count = engine->program->port_count;
    size_t count = engine->producer_count - 1 + port_count;
    struct toe_worker *workers = toe_allocate(count, sizeof(*workers));
    pthread_t *threads = toe_allocate(count + 1, sizeof(*threads));
    unsigned int started = 0;
    unsigned int consumer;
    unsigned int replica;

    for (consumer = 0; consumer < engine->consumer_count; consumer++) {
        for (replica = 0; replica < engine->consumers[consumer].replicas; replica++, started++) {
            workers[started] = (struct toe_worker){
                .engine = engine, .consumer = consumer, .replica = replica, .producer = started + 1};
            if (pthread_create(&threads[started], NULL,
                               consumer < engine->program->stage_count ? run_stage : run_output,
                               &workers[started]) != 0)
                toe_fail("cannot start a thread for %s", engine->consumers[consumer].name);
        }
    }
    toe_receiver_run(engine);
    while (started > 0)
        pthread_join(threads[--started], NULL);
    toe_release(workers);
    toe_release(threads);
}

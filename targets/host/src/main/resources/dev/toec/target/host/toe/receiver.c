/**
 * @file receiver.c
 * The receiving thread: takes frames from all ports in the order of their times, and gives them their numbers.
 */
#include <poll.h>
#include <signal.h>
#include <time.h>

#include "toe/fail.h"
#include "toe/threads.h"

/** Large enough for whatever an interface hands over; longer frames are oversize anyway. */
#define SOCKET_BUFFER_SIZE 65540

#define POLL_MILLISECONDS 100

/** Whether someone asked for the end. */
static volatile sig_atomic_t stop_requested;

void
toe_receiver_stop(void)
{
    stop_requested = 1;
}

/** Waits until number @p number of sequence @p sequence fits the window of every reorder point. */
static void
await_window(struct toe_engine *engine, unsigned int sequence, uint64_t number)
{
    unsigned int idle = 0;
    size_t i;

    for (i = 0; i < engine->program->reorder_count; i++) {
        time_t since = time(NULL);
        uint64_t next = toe_reorder_next(&engine->reorders[i]);

        while (engine->program->reorders[i].sequence == sequence && number - next >= TOE_REORDER_WINDOW) {
            uint64_t now = toe_reorder_next(&engine->reorders[i]);

            if (now != next) {
                next = now;
                since = time(NULL);
            } else if (time(NULL) - since > TOE_STALL_SECONDS) {
                toe_stalled(engine, i);
            }
            toe_wait(&idle);
        }
    }
}

/** Brings a frame of port @p port into the program. */
static void
receive(struct toe_worker *self, size_t port, const struct toe_frame *frame)
{
    struct toe_engine *engine = self->engine;
    const struct toe_port *description = &engine->program->ports[port];
    struct toe_packet_item item = {.packet = NULL};
    size_t i;

    engine->inputs[port].received++;
    if (frame->length > TOE_FRAME_MAX) {
        toe_counter_add(&engine->drops[TOE_DROP_OVERSIZE], 1);
        return;
    }
    for (i = 0; i < description->sequence_count; i++) {
        unsigned int sequence = description->sequences[i];

        await_window(engine, sequence, engine->given[sequence]);
        item.head.number[sequence] = engine->given[sequence]++;
    }
    item.packet = toe_packet_new(frame->bytes, frame->length, frame->nanos);
    self->at_hand = &item.head;
    toe_send(self, description->rx, &item.head, sizeof(item));
}

/** The port whose next frame is the earliest, the first of several; port_count when all captures have ended. */
static size_t
earliest(struct toe_engine *engine)
{
    size_t best = engine->program->port_count;
    size_t i;

    for (i = 0; i < engine->program->port_count; i++) {
        struct toe_input *input = &engine->inputs[i];

        if (input->kind != TOE_INPUT_CAPTURE)
            continue;
        if (!input->pending)
            input->pending = toe_capture_read(&input->capture, &input->frame);
        if (input->pending &&
            (best == engine->program->port_count || input->frame.nanos < engine->inputs[best].frame.nanos))
            best = i;
    }
    return best;
}

/** Receives all frames of all captures. */
static void
receive_captures(struct toe_worker *self)
{
    size_t port;

    while (!stop_requested && (port = earliest(self->engine)) < self->engine->program->port_count) {
        struct toe_input *input = &self->engine->inputs[port];

        receive(self, port, &input->frame);
        input->pending = false;
    }
}

/** Receives from all sockets until someone asks for the end. */
static void
receive_sockets(struct toe_worker *self)
{
    struct toe_engine *engine = self->engine;
    size_t count = engine->program->port_count;
    struct pollfd *sockets = toe_allocate(count, sizeof(*sockets));
    uint8_t *buffer = toe_allocate(1, SOCKET_BUFFER_SIZE);
    size_t i;

    for (i = 0; i < count; i++) {
        sockets[i].fd = engine->inputs[i].kind == TOE_INPUT_SOCKET ? engine->inputs[i].socket : -1;
        sockets[i].events = POLLIN;
    }
    while (!stop_requested) {
        if (poll(sockets, count, POLL_MILLISECONDS) <= 0)
            continue;
        for (i = 0; i < count; i++) {
            struct toe_frame frame;

            if (sockets[i].revents != 0 && toe_socket_read(sockets[i].fd, buffer, SOCKET_BUFFER_SIZE, &frame))
                receive(self, i, &frame);
        }
    }
    toe_release(sockets);
    toe_release(buffer);
}

void *
toe_receiver_run(void *argument)
{
    struct toe_engine *engine = argument;
    struct toe_worker self = {.engine = engine};
    bool live = false;
    size_t i;

    for (i = 0; i < engine->program->port_count; i++)
        live |= engine->inputs[i].kind == TOE_INPUT_SOCKET;
    if (live)
        receive_sockets(&self);
    else
        receive_captures(&self);
    for (i = 0; i < engine->program->port_count; i++)
        if (engine->program->ports[i].rx != NULL)
            toe_feeds_end(engine, &engine->program->ports[i].rx->consumer, 1);
    return NULL;
}

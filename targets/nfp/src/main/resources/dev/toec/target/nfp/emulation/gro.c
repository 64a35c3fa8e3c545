#include "gro.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#include "command.h"
#include "emu_rings.h"
#include "fault.h"
#include "gro/gro_cli.h"
#include "machine.h"
#include "nbi.h"

/** What the first word of a request asks for, in its upper eight bits. */
enum request {
    REQUEST_DROP_SEQ = 1,
    REQUEST_WORKQ = 2,
    REQUEST_NBI = 3
};

/** Reorder contexts a block has. */
#define MAX_CONTEXTS 16

/** A reorder context: requests that wait for earlier numbers. */
struct reorder {
    uint32_t next;             /**< number to release next, 16 bits */
    uint64_t waiting;          /**< requests that are kept */
    struct gro_meta *requests; /**< by number; kind 0 where there is none */
};

static struct reorder contexts[MAX_CONTEXTS];

void gro_cli_build_workq_meta3(struct gro_meta *meta, unsigned int isl, unsigned int qnum, uint32_t w0, uint32_t w1, uint32_t w2)
{
    meta->__raw[0] = (uint32_t)REQUEST_WORKQ << 24 | isl << 16 | qnum;
    meta->__raw[1] = w0;
    meta->__raw[2] = w1;
    meta->__raw[3] = w2;
}

void gro_cli_build_nbi_meta(struct gro_meta *meta, unsigned char isl, unsigned int pnum, const struct pkt_ms_info *msi, unsigned int len, unsigned int nbi, unsigned int txq)
{
    meta->__raw[0] = (uint32_t)REQUEST_NBI << 24 | nbi << 16 | txq;
    meta->__raw[1] = (uint32_t)isl << 26 | pnum << 16 | len;
    meta->__raw[2] = msi->off_enc;
    meta->__raw[3] = 0;
}

void gro_cli_build_drop_seq_meta(struct gro_meta *meta)
{
    memset(meta, 0, sizeof *meta);
    meta->__raw[0] = (uint32_t)REQUEST_DROP_SEQ << 24;
}

/** Does what a request asks for. */
static void release(const struct gro_meta *request)
{
    const uint32_t *raw = request->__raw;

    if (raw[0] >> 24 == REQUEST_WORKQ)
        emu_workq_add_work(raw[0] & 0xffff, raw + 1, 3 * sizeof raw[0]);
    else if (raw[0] >> 24 == REQUEST_NBI)
        nbi_transmit(raw[1] >> 26, raw[1] >> 16 & 0x3ff, raw[2], raw[1] & 0x3fff, raw[0] & 0xffff);
}

/** Keeps a request under its number. */
static void keep(struct reorder *context, unsigned int number, const uint32_t *words)
{
    uint32_t ahead = (number - context->next) & 0xffff;
    struct gro_meta *place;

    if (context->requests == NULL)
        context->requests = calloc(machine.reorder_window, sizeof *context->requests);
    if (context->requests == NULL)
        fault("out of memory");
    if (ahead >= machine.reorder_window)
        fault("number %u does not fit the window of %u from %u: it came twice, or the window is too small", number, machine.reorder_window, context->next);
    place = &context->requests[number % machine.reorder_window];
    if (place->__raw[0] != 0)
        fault("number %u came twice", number);
    memcpy(place->__raw, words, sizeof place->__raw);
    context->waiting++;
}

/** Releases all requests whose turn it is. */
static void release_ready(struct reorder *context)
{
    struct gro_meta *place = &context->requests[context->next % machine.reorder_window];

    while (place->__raw[0] != 0) {
        release(place);
        place->__raw[0] = 0;
        context->waiting--;
        context->next = (context->next + 1) & 0xffff;
        place = &context->requests[context->next % machine.reorder_window];
    }
}

/** Takes a request. */
static bool perform_send(struct command *command)
{
    struct reorder *context = &contexts[command->number];

    keep(context, command->detail, command->out);
    release_ready(context);
    return true;
}

void gro_cli_send(struct gro_meta *meta, unsigned int ctx, unsigned int seq)
{
    struct command command = {0};

    if (ctx >= machine.reorder_contexts || ctx >= MAX_CONTEXTS)
        fault("there is no reorder context %u", ctx);
    command.transfer = TRANSFER_WRITE;
    command.number = ctx;
    command.detail = seq & 0xffff;
    command.size = sizeof *meta;
    command.perform = perform_send;
    command_run(&command, LATENCY_EMEM, meta->__raw);
}

void gro_check(void)
{
    unsigned int i;

    for (i = 0; i < MAX_CONTEXTS; i++)
        if (contexts[i].waiting > 0)
            fault("reorder context %u is stalled: %llu items wait for number %u, which never came", i, (unsigned long long)contexts[i].waiting, contexts[i].next);
}

/**
 * Commands in flight: what a context asked of a memory or an engine, from
 * issue to completion.
 *
 * A read transfer register holds nothing until its command completes, a write
 * transfer register must not change until then. Both are forbidden to the
 * firmware in between: the address sanitizer tells of any access; without it
 * read registers hold a pattern, and changed write registers are a fault.
 */
#ifndef EMU_COMMAND_H
#define EMU_COMMAND_H

#include <stdbool.h>
#include <stdint.h>

#include "nfp.h"

/** Transfer registers of a context, each way. */
#define TRANSFER_WORDS 32

/** Rough latency in steps of the scheduler, in the proportions of the chip. */
enum latency {
    LATENCY_LOCAL = 1,
    LATENCY_CLS = 2,
    LATENCY_CTM = 4,
    LATENCY_EMEM = 10
};

/** Which transfer registers a command uses. */
enum transfer {
    TRANSFER_READ = 1,
    TRANSFER_WRITE = 2,
    TRANSFER_BOTH = 3
};

/** A command. */
struct command {
    struct command *next;
    struct context *owner;   /**< null for the host's own */
    SIGNAL *signal;          /**< null where nobody waits */
    uint64_t due;            /**< step at which it may be done */
    enum transfer transfer;
    uint32_t *registers;     /**< of the firmware */
    uint32_t out[TRANSFER_WORDS]; /**< written registers at issue */
    uint32_t in[TRANSFER_WORDS];  /**< what read registers receive */
    size_t size;             /**< bytes */
    unsigned char *address;  /**< memory, or null */
    unsigned int number;     /**< queue or reorder context */
    unsigned int detail;     /**< what else the operation needs */
    bool *outcome;           /**< where it tells whether it succeeded */
    /** Does it. False: it stays with the engine, which completes it later. */
    bool (*perform)(struct command *command);
};

/**
 * Issues a command that uses `size` bytes of transfer registers at `data`.
 *
 * @param signal raised at completion; where `sync` is `ctx_swap` the context
 *     gives way until then
 */
void command_issue(const struct command *prototype, unsigned int latency, void *data, sync_t sync, SIGNAL *signal);

/** Issues a command and waits for it; outside of contexts, does it at once. */
void command_run(const struct command *prototype, unsigned int latency, void *data);

/** Issues a command that uses no registers and that nobody waits for. */
void command_post(const struct command *prototype, unsigned int latency);

/** Tells the context that `command` is done, and releases it. */
void command_complete(struct command *command);

/** Does every command that is due. */
void commands_do_due(void);

/** How many commands are in flight. */
unsigned int commands_in_flight(void);

/** Does the `choice`-th command in flight, from 1, whenever it is due. */
void command_do(unsigned int choice);

/** Moves time on by one step, or to the next due command where `idle`. */
void commands_advance(bool idle);

/** Steps since the start. */
uint64_t command_time(void);

#endif

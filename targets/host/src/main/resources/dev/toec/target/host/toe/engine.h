/**
 * @file engine.h
 * The engine: one thread receives, one transmits for each port, and each replica of each stage is one more. Threads
 * hand items on through rings (see ring.h) and reorder points (see reorder.h), and yield when they have nothing to do.
 *
 * Numbers: the receiver gives each frame the next number of the sequences its port takes part in, and waits while any
 * reorder point of such a sequence is TOE_REORDER_WINDOW numbers behind. That is the only place where the number of
 * packets on their way is limited, and why putting into a reorder point never waits.
 *
 * End: a thread whose producers have all ended, and which has nothing left, ends. A reorder point that still waits for a
 * number then is a fault of the program (or of this engine), and is reported.
 */
#ifndef TOE_ENGINE_H
#define TOE_ENGINE_H

#include "toe/port.h"
#include "toe/program.h"

struct toe_engine;

/** A thread that runs a stage. */
struct toe_worker {
    struct toe_engine *engine;
    unsigned int consumer;         /**< the stage it runs, as a consumer */
    unsigned int replica;          /**< which copy of the stage, from 0 */
    unsigned int producer;         /**< its number among all threads that send */
    const struct toe_item *at_hand; /**< the item it handles */
    unsigned int turn;             /**< where the next item for a replicated stage goes */
};

/** An engine for @p program, with empty tables, between @p inputs and @p outputs (one of each per port; see port.h). */
struct toe_engine *toe_engine_new(const struct toe_program *program, struct toe_input *inputs,
                                  struct toe_output *outputs);

/** Runs until the input ends; ends the process with a message where a reorder point stalls. */
void toe_engine_run(struct toe_engine *engine);

/** Gives back an engine, its tables included. */
void toe_engine_release(struct toe_engine *engine);

/** Packets dropped so far for the reason with index @p reason. */
uint64_t toe_engine_drops(struct toe_engine *engine, size_t reason);

/**
 * Hands an item on; it takes over the numbers of the item at hand.
 *
 * @param item the item, of which the fields behind the head are set; copied
 * @param size its size in bytes
 */
void toe_send(struct toe_worker *worker, const struct toe_link *link, struct toe_item *item, size_t size);

/** Tells the reorder point with index @p reorder that the number of the item at hand will not come. */
void toe_skip(struct toe_worker *worker, unsigned int reorder);

/** Ends a packet for the reason with index @p reason. */
void toe_drop(struct toe_worker *worker, struct toe_packet *packet, unsigned int reason);

#endif /* TOE_ENGINE_H */

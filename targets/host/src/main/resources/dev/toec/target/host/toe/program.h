/**
 * @file program.h
 * What a generated program tells the engine about itself: tables of constants, and the functions that handle items.
 *
 * A consumer is whatever items are sent to. Consumers are numbered: first the stages, then the transmitting sides of the
 * ports, each in declaration order.
 */
#ifndef TOE_PROGRAM_H
#define TOE_PROGRAM_H

#include <stddef.h>
#include <stdint.h>

#include "toe/counter.h"
#include "toe/packet.h"
#include "toe/table.h"

/** Most sequences a program may have. */
#define TOE_SEQUENCES_MAX 4

/** A link that passes no reorder point. */
#define TOE_UNORDERED (-1)

/** Index of the reason every program has: frames longer than TOE_FRAME_MAX. */
#define TOE_DROP_OVERSIZE 0

struct toe_worker;

/** The head of every item: work on its way between stages. Generated items append the fields of their work type. */
struct toe_item {
    uint64_t number[TOE_SEQUENCES_MAX]; /**< the packet's number in each sequence, where it has one */
    uint16_t input;                     /**< which in port of the consumer */
};

/** An item that is a bare packet: what ports receive and transmit. */
struct toe_packet_item {
    struct toe_item head;
    struct toe_packet *packet;
};

/** Where what leaves a port goes. */
struct toe_link {
    unsigned int consumer; /**< number of the consumer */
    uint16_t input;        /**< in port there; 0 for a transmitting port */
    int reorder;           /**< index of the reorder point it passes, or TOE_UNORDERED */
};

/** A named 64-bit count. */
struct toe_counter_entry {
    const char *name; /**< Stage.counter */
    struct toe_counter *counter;
};

/** Why packets are dropped; the first entry of a program is always "oversize". */
struct toe_drop_reason {
    const char *name;
    const char *text;
};

/** Where frames come from and go to. */
struct toe_port {
    const char *name;
    const struct toe_link *rx;   /**< where received frames go; NULL: the program receives none here */
    const uint8_t *sequences;    /**< indexes of the sequences its frames take a number of */
    size_t sequence_count;
};

/** A stage: a handler and how many threads run it. */
struct toe_stage {
    const char *name;
    unsigned int replicas;
    /** Handles an item, which is as large as the program's largest. Runs on the worker's thread. */
    void (*handle)(struct toe_worker *worker, const struct toe_item *item);
    const unsigned int *feeds; /**< consumers it may send to, or skip a reorder point of */
    size_t feed_count;
};

/** A place where the items of one sequence are put in order. */
struct toe_reorder_point {
    const char *name;      /**< sequence@consumer */
    unsigned int sequence; /**< index of the sequence */
    unsigned int consumer; /**< number of the consumer behind it */
};

/** A whole program. */
struct toe_program {
    const char *name;
    const char *description; /**< one line */
    size_t item_size;        /**< bytes of its largest item */
    const struct toe_port *ports;
    size_t port_count;
    const struct toe_stage *stages;
    size_t stage_count;
    size_t sequence_count; /**< at most TOE_SEQUENCES_MAX */
    const struct toe_reorder_point *reorders;
    size_t reorder_count;
    const struct toe_drop_reason *reasons;
    size_t reason_count; /**< at least 1 */
    const struct toe_counter_entry *counters;
    size_t counter_count;
    struct toe_table *const *tables;               /**< initialised by toe_engine_new() */
    const struct toe_table_layout *const *layouts; /**< of each table */
    size_t table_count;
};

/** The program; generated. */
extern const struct toe_program toe_program;

#endif /* TOE_PROGRAM_H */

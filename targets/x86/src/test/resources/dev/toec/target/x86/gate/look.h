/**
 * @file look.h
 * Stage Look: its in ports and what it owns.
 */
#ifndef LOOK_H
#define LOOK_H

#include "gate.h"
#include "toe/counter.h"
#include "toe/engine.h"

/** In ports. */
enum {
    LOOK_IN_FRAME
};

extern struct toe_counter look_tags;

/** Handles an item that arrived at the port its head says. */
void look_handle(struct toe_worker *worker, const struct toe_item *head);

#endif /* LOOK_H */

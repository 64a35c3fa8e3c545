/**
 * @file limit.h
 * Stage Limit: its in ports and what it owns.
 */
#ifndef LIMIT_H
#define LIMIT_H

#include "gate.h"
#include "toe/counter.h"
#include "toe/engine.h"
#include "toe/table.h"

/** In ports. */
enum {
    LIMIT_IN_SENT
};

/** Key of table Limit.hosts. */
struct limit_hosts_key {
    uint32_t key;
};

/** Value of an entry of table Limit.hosts. */
struct limit_hosts_value {
    uint64_t value;
};

_Static_assert(sizeof(struct limit_hosts_key) == 4, "no hidden padding in a key");
_Static_assert(sizeof(struct limit_hosts_value) == 8, "layout of a value");

/** What never changes about table Limit.hosts. */
extern const struct toe_table_layout limit_hosts_layout;

/** Bytes by host. */
extern struct toe_table limit_hosts;

extern struct toe_counter limit_forgotten;

/** Handles an item that arrived at the port its head says. */
void limit_handle(struct toe_worker *worker, const struct toe_item *head);

#endif /* LIMIT_H */

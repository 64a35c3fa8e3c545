/**
 * @file limit.c
 * Stage Limit.
 * Counts what hosts send.
 */
#include "limit.h"

#include "toe/arith.h"
#include "toe/bytes.h"

struct toe_counter limit_forgotten;

/** Frames that passed. */
static uint32_t limit_passed_frames = 7u;

static const struct toe_field limit_hosts_key_fields[] = {
    {"key", offsetof(struct limit_hosts_key, key), 4},
};

static const struct toe_field limit_hosts_value_fields[] = {
    {"value", offsetof(struct limit_hosts_value, value), 8},
};

const struct toe_table_layout limit_hosts_layout = {
    .name = "Limit.hosts",
    .key_fields = limit_hosts_key_fields,
    .key_field_count = 1,
    .value_fields = limit_hosts_value_fields,
    .value_field_count = 1,
    .key_size = sizeof(struct limit_hosts_key),
    .value_size = sizeof(struct limit_hosts_value),
    .capacity = 6,
};

struct toe_table limit_hosts;

/** Looks up table hosts: the value of the entry, or NULL. */
static inline struct limit_hosts_value *limit_hosts_find(uint32_t key)
{
    const struct limit_hosts_key wanted = {
        .key = key,
    };

    return toe_table_find(&limit_hosts, &wanted, sizeof(wanted),
            sizeof(struct limit_hosts_value));
}

/** Stores an entry in table hosts as @p mode allows; false if it was not stored. */
static inline bool limit_hosts_insert(uint32_t key, uint64_t value, enum toe_insert_mode mode)
{
    const struct limit_hosts_key wanted = {
        .key = key,
    };
    const struct limit_hosts_value content = {
        .value = value,
    };

    return toe_table_insert(&limit_hosts, &wanted, &content, mode);
}

/** Removes an entry from table hosts; false if there is none. */
static inline bool limit_hosts_remove(uint32_t key)
{
    const struct limit_hosts_key wanted = {
        .key = key,
    };

    return toe_table_remove(&limit_hosts, &wanted);
}

/** Sends work out of port passed. */
static void limit_emit_passed(struct toe_worker *worker, struct toe_packet *pkt)
{
    struct gate_item item = {
        .packet = pkt,
    };

    toe_send(worker, &gate_limit_passed_link, &item.head, sizeof(item));
}

/**
 * Handles what arrives at port sent.
 *
 * gate.toe:56
 */
static void limit_on_sent(struct toe_worker *worker, uint32_t host, uint16_t bytes, bool tagged,
        struct toe_packet *pkt)
{
    uint64_t used = bytes;
    struct limit_hosts_value *before_entry = limit_hosts_find(host);
    if (before_entry != NULL) {
        used += before_entry->value;
    }
    if (used > 4000) {
        /* gate.toe:62 */
        limit_hosts_remove(host);
        toe_counter_add(&limit_forgotten, 1);
        toe_drop(worker, pkt, GATE_DROP_GREEDY);
        return;
    }
    bool stored;

    if (limit_hosts_insert(host, used, TOE_INSERT_ANY)) {
        stored = true;
    } else {
        stored = false;
    }
    if (!stored && tagged) {
        /* gate.toe:69 */
        toe_drop(worker, pkt, GATE_DROP_FULL);
        return;
    }
    limit_passed_frames++;
    if (pkt->length < 14) {
        toe_drop(worker, pkt, GATE_DROP_RUNT);
        return;
    }
    uint32_t passed_frames = limit_passed_frames;
    toe_store_be48(pkt->data, ((uint64_t)(passed_frames % 3) << 40) & 0xffffffffffffull);
    limit_emit_passed(worker, pkt);
}

void limit_handle(struct toe_worker *worker, const struct toe_item *head)
{
    const struct gate_item *item = (const struct gate_item *)head;

    switch (head->input) {
    case LIMIT_IN_SENT:
        limit_on_sent(worker, item->sent.host, item->sent.bytes, item->sent.tagged, item->sent.pkt);
        break;
    }
}

/**
 * @file look.c
 * Stage Look.
 * Finds out who sent a packet; keeps nothing.
 */
#include "look.h"

#include "toe/arith.h"
#include "toe/bytes.h"

struct toe_counter look_tags;

/** Sends work out of port sent. */
static void look_emit_sent(struct toe_worker *worker, uint32_t host, uint16_t bytes, bool tagged,
        struct toe_packet *pkt)
{
    struct gate_item item = {
        .sent = {
            .host = host,
            .bytes = bytes,
            .tagged = tagged,
            .pkt = pkt,
        },
    };

    toe_send(worker, &gate_look_sent_link, &item.head, sizeof(item));
}

/**
 * Handles what arrives at port frame.
 *
 * gate.toe:28
 */
static void look_on_frame(struct toe_worker *worker, struct toe_packet *pkt)
{
    uint32_t length = pkt->length;
    if (length < 14) {
        toe_skip(worker, GATE_REORDER_ARRIVAL_LIMIT);
        toe_drop(worker, pkt, GATE_DROP_RUNT);
        return;
    }
    uint16_t type = toe_load_be16(pkt->data + 12);
    uint32_t at = 14;
    for (uint32_t i = 0; i < 2 && type == GATE_ETHER_TYPE_VLAN; i++) {
        if (at > length || length - at < 4) {
            /* gate.toe:34 */
            toe_skip(worker, GATE_REORDER_ARRIVAL_LIMIT);
            toe_drop(worker, pkt, GATE_DROP_RUNT);
            return;
        }
        toe_counter_add(&look_tags, 1);
        type = toe_load_be16(pkt->data + at + 2);
        at += 4;
    }
    if (type != GATE_ETHER_TYPE_IPV4) {
        toe_skip(worker, GATE_REORDER_ARRIVAL_LIMIT);
        toe_drop(worker, pkt, GATE_DROP_OTHER);
        return;
    }
    if (at > length || length - at < 20) {
        /* gate.toe:40 */
        toe_skip(worker, GATE_REORDER_ARRIVAL_LIMIT);
        toe_drop(worker, pkt, GATE_DROP_RUNT);
        return;
    }
    uint32_t sum = at + 8;
    pkt->data[sum]--;
    look_emit_sent(worker, toe_load_be32(pkt->data + at + 12), toe_load_be16(pkt->data + at + 2),
            at != 14, pkt);
}

void look_handle(struct toe_worker *worker, const struct toe_item *head)
{
    const struct gate_item *item = (const struct gate_item *)head;

    switch (head->input) {
    case LOOK_IN_FRAME:
        look_on_frame(worker, item->packet);
        break;
    }
}

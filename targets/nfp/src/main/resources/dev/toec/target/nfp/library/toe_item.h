/**
 * Work items: what flows between stages, as words.
 *
 * Bit    3 3 2 2 2 2 2 2 2 2 2 2 1 1 1 1 1 1 1 1 1 1 0 0 0 0 0 0 0 0 0 0
 * -----\ 1 0 9 8 7 6 5 4 3 2 1 0 9 8 7 6 5 4 3 2 1 0 9 8 7 6 5 4 3 2 1 0
 * Word  +-------------------------------+---------------+---------------+
 *    0  |       sequence number         |    unused     |    in port    |
 *       +-----------+-------------------+---+-----------+---------------+
 *    1  |  island   |   packet number   | 0 |      length of frame      |
 *       +-----------+-------------------+---+-----------+---------------+
 *    2  |                    unused                     |    offset     |
 *       +-----------------------------------------------+---------------+
 *  3... |                   fields of the work type                     |
 *       +---------------------------------------------------------------+
 *
 * Without a packet, fields begin in word 1.
 *
 * A work queue fed by a reorder context passes three words: the fields of an
 * item with a packet are then parked in front of the frame, in its buffer.
 */
#ifndef TOE_ITEM_H
#define TOE_ITEM_H

#include "toe_packet.h"

/** The work item that a context has in hand. */
struct toe_item {
    uint32_t sequence;      /**< number it was received with, 16 bits */
    uint32_t port;          /**< in port it arrived at */
    struct toe_packet pkt;  /**< its packet, if it has one */
};

/** Word 0 of an item derived from `item` for in port `port`. */
static __inline uint32_t
toe_item_word0(__lmem struct toe_item *item, uint32_t port)
{
    return item->sequence << 16 | port;
}

/** Word 1 of an item with packet `pkt`. */
static __inline uint32_t
toe_item_word1(__lmem struct toe_packet *pkt)
{
    return pkt->island << 26 | pkt->number << 16 | pkt->length;
}

/** Word 2 of an item with packet `pkt`. */
static __inline uint32_t
toe_item_word2(__lmem struct toe_packet *pkt)
{
    return pkt->offset;
}

/** Hands three words to work queue `queue` once reorder context `point` has
 * released all numbers before that of `item`. */
static __inline void
toe_item_release(__lmem struct toe_item *item, uint32_t point,
                 uint32_t queue, uint32_t word0, uint32_t word1,
                 uint32_t word2)
{
    __xwrite struct gro_meta meta;

    gro_cli_build_workq_meta3(&meta, NFP_EMEM0_ISLAND, queue, word0, word1,
                              word2);
    gro_cli_send(&meta, point, item->sequence);
}

/** Takes an item in hand from its first three words. */
static __inline void
toe_item_unpack(__lmem struct toe_item *item, uint32_t word0, uint32_t word1,
                uint32_t word2)
{
    item->sequence = word0 >> 16;
    item->port = word0 & 0xff;
    item->pkt.island = word1 >> 26;
    item->pkt.number = (word1 >> 16) & 0x3ff;
    item->pkt.length = word1 & 0x3fff;
    item->pkt.offset = word2 & 0xff;
    item->pkt.head_valid = 0;
}

/** Where the fields of a packet's item are parked. */
static __inline __mem40 void *
toe_packet_parking(__lmem struct toe_packet *pkt)
{
    return pkt_ctm_ptr40((unsigned char)pkt->island, pkt->number, 0);
}

/** Waits for a packet from the wire; its port is the MAC's channel. */
static __inline void
toe_item_receive(__lmem struct toe_item *item)
{
    __xread struct nbi_meta_catamaran meta;

    pkt_nbi_recv(&meta, sizeof(meta));
    item->sequence = meta.__raw[2] >> 16;
    item->port = meta.__raw[4] >> 24;
    item->pkt.island = meta.__raw[0] >> 26;
    item->pkt.number = (meta.__raw[0] >> 16) & 0x3ff;
    item->pkt.length = meta.__raw[0] & 0x3fff;
    item->pkt.offset = TOE_NBI_OFFSET;
    item->pkt.head_valid = 0;
}

#endif

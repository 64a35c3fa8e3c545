/**
 * Packets in CTM.
 *
 * Offsets count from the first byte of the frame. Callers have proved that
 * what they touch lies inside the frame.
 */
#ifndef TOE_PACKET_H
#define TOE_PACKET_H

#include "toe_chip.h"

/** Where the NBI puts the first byte of a frame. */
#define TOE_NBI_OFFSET 128

/** The farthest a frame may begin: what the packet modifier can encode. */
#define TOE_MAX_OFFSET 248

/** Bytes that one byte-wise command moves. */
#define TOE_MOVE_BYTES 32

/** A packet that a context owns. */
struct toe_packet {
    uint32_t island;  /**< whose CTM holds it */
    uint32_t number;  /**< packet number in that CTM */
    uint32_t offset;  /**< first byte of the frame in its buffer */
    uint32_t length;  /**< bytes of the frame */
};

/** Address of byte `offset` of the frame. */
static __inline __mem40 void *
toe_packet_at(__lmem struct toe_packet *pkt, uint32_t offset)
{
    return pkt_ctm_ptr40((unsigned char)pkt->island, pkt->number,
                         pkt->offset + offset);
}

/** Reads 1 to 4 bytes, most significant first. */
static __inline uint32_t
toe_packet_load32(__lmem struct toe_packet *pkt, uint32_t offset,
                  const size_t bytes)
{
    __xread uint32_t word;

    mem_read8(&word, toe_packet_at(pkt, offset), bytes);
    /* The bytes behind the last one are junk; they are shifted out. */
    return word >> ((32 - 8 * bytes) & 31);
}

/** Reads 5 to 8 bytes, most significant first. */
static __inline uint64_t
toe_packet_load64(__lmem struct toe_packet *pkt, uint32_t offset,
                  const size_t bytes)
{
    __xread uint32_t words[2];

    mem_read8(words, toe_packet_at(pkt, offset), bytes);
    return ((uint64_t)words[0] << 32 | words[1]) >> ((64 - 8 * bytes) & 63);
}

/** Writes the lowest 1 to 4 bytes of `value`, most significant first. */
static __inline void
toe_packet_store32(__lmem struct toe_packet *pkt, uint32_t offset,
                   uint32_t value, const size_t bytes)
{
    __xwrite uint32_t word;

    word = value << ((32 - 8 * bytes) & 31);
    mem_write8(&word, toe_packet_at(pkt, offset), bytes);
}

/** Writes the lowest 5 to 8 bytes of `value`, most significant first. */
static __inline void
toe_packet_store64(__lmem struct toe_packet *pkt, uint32_t offset,
                   uint64_t value, const size_t bytes)
{
    __xwrite uint32_t words[2];
    uint64_t shifted;

    shifted = value << ((64 - 8 * bytes) & 63);
    words[0] = (uint32_t)(shifted >> 32);
    words[1] = (uint32_t)shifted;
    mem_write8(words, toe_packet_at(pkt, offset), bytes);
}

/** Copies `bytes` bytes, at most TOE_MOVE_BYTES, within the frame. */
static __inline void
toe_packet_copy(__lmem struct toe_packet *pkt, uint32_t to, uint32_t from,
                uint32_t bytes)
{
    __xread uint32_t in[TOE_MOVE_BYTES / 4];
    __xwrite uint32_t out[TOE_MOVE_BYTES / 4];
    SIGNAL done;

    __mem_read8(in, toe_packet_at(pkt, from), bytes, TOE_MOVE_BYTES,
                ctx_swap, &done);
    out[0] = in[0];
    out[1] = in[1];
    out[2] = in[2];
    out[3] = in[3];
    out[4] = in[4];
    out[5] = in[5];
    out[6] = in[6];
    out[7] = in[7];
    __mem_write8(out, toe_packet_at(pkt, to), bytes, TOE_MOVE_BYTES,
                 ctx_swap, &done);
}

/** Moves the first `bytes` bytes of the frame up by `count`, last bytes first. */
static __inline void
toe_packet_move_front(__lmem struct toe_packet *pkt, uint32_t bytes,
                      uint32_t count)
{
    uint32_t left;
    uint32_t part;

    for (left = bytes; left > 0; left -= part) {
        part = left < TOE_MOVE_BYTES ? left : TOE_MOVE_BYTES;
        toe_packet_copy(pkt, left - part + count, left - part, part);
    }
}

/** Moves the bytes from `from` to the end down by `count`, first bytes first. */
static __inline void
toe_packet_move_tail(__lmem struct toe_packet *pkt, uint32_t from,
                     uint32_t count)
{
    uint32_t at;
    uint32_t part;

    for (at = from; at < pkt->length; at += part) {
        part = pkt->length - at;
        if (part > TOE_MOVE_BYTES)
            part = TOE_MOVE_BYTES;
        toe_packet_copy(pkt, at - count, at, part);
    }
}

/**
 * Takes `count` bytes out at `offset`. The shorter of the parts around them
 * moves; the front one only while the packet modifier can encode where the
 * frame then begins.
 */
static __inline void
toe_packet_remove(__lmem struct toe_packet *pkt, uint32_t offset,
                  uint32_t count)
{
    if (offset <= pkt->length - offset - count
        && count <= TOE_MAX_OFFSET - pkt->offset) {
        toe_packet_move_front(pkt, offset, count);
        pkt->offset += count;
    } else {
        toe_packet_move_tail(pkt, offset + count, count);
    }
    pkt->length -= count;
}

/** Describes the frame for transmission. */
static __inline struct pkt_ms_info
toe_packet_script(__lmem struct toe_packet *pkt)
{
    return pkt_msd_write(pkt_ctm_ptr40((unsigned char)pkt->island,
                                       pkt->number, 0),
                         (unsigned char)pkt->offset);
}

/** Transmits the packet through `port` as soon as it can be. */
static __inline void
toe_packet_transmit(__lmem struct toe_packet *pkt, uint32_t port)
{
    struct pkt_ms_info script;

    script = toe_packet_script(pkt);
    pkt_nbi_send((unsigned char)pkt->island, pkt->number, &script,
                 pkt->length, 0, port, 0, 0, PKT_CTM_SIZE_2048);
}

/** Transmits the packet through `port` once reorder context `point` has
 * released all numbers before `sequence`. */
static __inline void
toe_packet_transmit_ordered(__lmem struct toe_packet *pkt, uint32_t port,
                            uint32_t point, uint32_t sequence)
{
    struct pkt_ms_info script;
    __xwrite struct gro_meta meta;

    script = toe_packet_script(pkt);
    gro_cli_build_nbi_meta(&meta, (unsigned char)pkt->island, pkt->number,
                           &script, pkt->length, 0, port);
    gro_cli_send(&meta, point, sequence);
}

/** Frees the packet and counts why. */
static __inline void
toe_packet_drop(__lmem struct toe_packet *pkt, __mem40 void *reason)
{
    pkt_ctm_free(pkt->island, pkt->number);
    mem_incr64(reason);
}

/** Tells reorder context `point` that `sequence` will not arrive. */
static __inline void
toe_skip(uint32_t point, uint32_t sequence)
{
    __xwrite struct gro_meta meta;

    gro_cli_build_drop_seq_meta(&meta);
    gro_cli_send(&meta, point, sequence);
}

#endif

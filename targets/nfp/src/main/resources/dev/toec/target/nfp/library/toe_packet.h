/**
 * Packets in CTM.
 *
 * Offsets count from the first byte of the frame. Callers have proved that
 * what they touch lies inside the frame.
 */
#ifndef TOE_PACKET_H
#define TOE_PACKET_H

#include "toe_chip.h"
#include "toe_number.h"

/** Where the NBI puts the first byte of a frame. */
#define TOE_NBI_OFFSET 128

/** The farthest a frame may begin: what the packet modifier can encode. */
#define TOE_MAX_OFFSET 248

/** Bytes that one byte-wise command moves. */
#define TOE_MOVE_BYTES 32

/** Bytes at the start of a frame that are read at once and kept in local
 * memory: the headers of most packets. */
#define TOE_HEAD_BYTES 64

/** A packet that a context owns. */
struct toe_packet {
    uint32_t island;     /**< whose CTM holds it */
    uint32_t number;     /**< packet number in that CTM */
    uint32_t offset;     /**< first byte of the frame in its buffer */
    uint32_t length;     /**< bytes of the frame */
    uint32_t head_valid; /**< whether `head` is what the frame begins with */

    /** The first bytes of the frame, what lies behind a short one too; the
     * last word only lets every access look at two. */
    uint32_t head[TOE_HEAD_BYTES / 4 + 1];
};

/** Address of byte `offset` of the frame. */
static __inline __mem40 void *
toe_packet_at(__lmem struct toe_packet *pkt, uint32_t offset)
{
    return pkt_ctm_ptr40((unsigned char)pkt->island, pkt->number,
                         pkt->offset + offset);
}

/** Reads the head of the frame. */
static __inline void
toe_packet_read_head(__lmem struct toe_packet *pkt)
{
    __xread uint32_t words[TOE_HEAD_BYTES / 4];

    mem_read32(words, toe_packet_at(pkt, 0), sizeof(words));
    pkt->head[0] = words[0];
    pkt->head[1] = words[1];
    pkt->head[2] = words[2];
    pkt->head[3] = words[3];
    pkt->head[4] = words[4];
    pkt->head[5] = words[5];
    pkt->head[6] = words[6];
    pkt->head[7] = words[7];
    pkt->head[8] = words[8];
    pkt->head[9] = words[9];
    pkt->head[10] = words[10];
    pkt->head[11] = words[11];
    pkt->head[12] = words[12];
    pkt->head[13] = words[13];
    pkt->head[14] = words[14];
    pkt->head[15] = words[15];
    pkt->head_valid = 1;
}

/** The 4 bytes at `offset`, which is below TOE_HEAD_BYTES, of the head. */
static __inline uint32_t
toe_packet_head_word(__lmem struct toe_packet *pkt, uint32_t offset)
{
    uint32_t index;
    uint32_t shift;

    if (!pkt->head_valid)
        toe_packet_read_head(pkt);
    index = offset >> 2;
    shift = 8 * (offset & 3);
    if (shift == 0)
        return pkt->head[index];
    return pkt->head[index] << (shift & 31)
        | pkt->head[index + 1] >> ((32 - shift) & 31);
}

/** Reads 1 to 4 bytes, the first one in the most significant bits; junk
 * behind the last one. */
static __inline uint32_t
toe_packet_left(__lmem struct toe_packet *pkt, uint32_t offset,
                const size_t bytes)
{
    __xread uint32_t word;

    if (offset <= TOE_HEAD_BYTES - bytes)
        return toe_packet_head_word(pkt, offset);
    mem_read8(&word, toe_packet_at(pkt, offset), bytes);
    return word;
}

/** Reads 5 to 8 bytes, the first one in the most significant bits; junk
 * behind the last one. */
static __inline uint64_t
toe_packet_left_wide(__lmem struct toe_packet *pkt, uint32_t offset,
                     const size_t bytes)
{
    __xread uint32_t words[2];

    if (offset <= TOE_HEAD_BYTES - bytes)
        return (uint64_t)toe_packet_head_word(pkt, offset) << 32
            | toe_packet_head_word(pkt, offset + 4);
    mem_read8(words, toe_packet_at(pkt, offset), bytes);
    return (uint64_t)words[0] << 32 | words[1];
}

/** Forgets the head if it holds the byte at `offset`, which will change. */
static __inline void
toe_packet_touch(__lmem struct toe_packet *pkt, uint32_t offset)
{
    if (offset < TOE_HEAD_BYTES)
        pkt->head_valid = 0;
}

/** Writes the most significant 1 to 4 bytes of `value`. */
static __inline void
toe_packet_set_left(__lmem struct toe_packet *pkt, uint32_t offset,
                    uint32_t value, const size_t bytes)
{
    __xwrite uint32_t word;

    toe_packet_touch(pkt, offset);
    word = value;
    mem_write8(&word, toe_packet_at(pkt, offset), bytes);
}

/** Writes the most significant 5 to 8 bytes of `value`. */
static __inline void
toe_packet_set_left_wide(__lmem struct toe_packet *pkt, uint32_t offset,
                         uint64_t value, const size_t bytes)
{
    __xwrite uint32_t words[2];

    toe_packet_touch(pkt, offset);
    words[0] = (uint32_t)(value >> 32);
    words[1] = (uint32_t)value;
    mem_write8(words, toe_packet_at(pkt, offset), bytes);
}

/** Reads a byte. */
static __inline uint8_t
toe_packet_load8(__lmem struct toe_packet *pkt, uint32_t offset)
{
    return (uint8_t)(toe_packet_left(pkt, offset, 1) >> 24);
}

/** Writes a byte. */
static __inline void
toe_packet_store8(__lmem struct toe_packet *pkt, uint32_t offset,
                  uint8_t value)
{
    toe_packet_set_left(pkt, offset, (uint32_t)value << 24, 1);
}

/** Reads 2 bytes, most significant first. */
static __inline uint16_t
toe_packet_load16(__lmem struct toe_packet *pkt, uint32_t offset)
{
    return (uint16_t)(toe_packet_left(pkt, offset, 2) >> 16);
}

/** Writes 2 bytes, most significant first. */
static __inline void
toe_packet_store16(__lmem struct toe_packet *pkt, uint32_t offset,
                  uint16_t value)
{
    toe_packet_set_left(pkt, offset, (uint32_t)value << 16, 2);
}

/** Reads 2 bytes, least significant first. */
static __inline uint16_t
toe_packet_load16_le(__lmem struct toe_packet *pkt, uint32_t offset)
{
    return (uint16_t)(toe_swap32(toe_packet_left(pkt, offset, 2)) & 0xffff);
}

/** Writes 2 bytes, least significant first. */
static __inline void
toe_packet_store16_le(__lmem struct toe_packet *pkt, uint32_t offset,
                     uint16_t value)
{
    toe_packet_set_left(pkt, offset, toe_swap32(value), 2);
}

/** Reads 3 bytes, most significant first. */
static __inline uint32_t
toe_packet_load24(__lmem struct toe_packet *pkt, uint32_t offset)
{
    return toe_packet_left(pkt, offset, 3) >> 8;
}

/** Writes 3 bytes, most significant first. */
static __inline void
toe_packet_store24(__lmem struct toe_packet *pkt, uint32_t offset,
                  uint32_t value)
{
    toe_packet_set_left(pkt, offset, (uint32_t)value << 8, 3);
}

/** Reads 3 bytes, least significant first. */
static __inline uint32_t
toe_packet_load24_le(__lmem struct toe_packet *pkt, uint32_t offset)
{
    return toe_swap32(toe_packet_left(pkt, offset, 3)) & 0xffffff;
}

/** Writes 3 bytes, least significant first. */
static __inline void
toe_packet_store24_le(__lmem struct toe_packet *pkt, uint32_t offset,
                     uint32_t value)
{
    toe_packet_set_left(pkt, offset, toe_swap32(value), 3);
}

/** Reads 4 bytes, most significant first. */
static __inline uint32_t
toe_packet_load32(__lmem struct toe_packet *pkt, uint32_t offset)
{
    return toe_packet_left(pkt, offset, 4);
}

/** Writes 4 bytes, most significant first. */
static __inline void
toe_packet_store32(__lmem struct toe_packet *pkt, uint32_t offset,
                  uint32_t value)
{
    toe_packet_set_left(pkt, offset, value, 4);
}

/** Reads 4 bytes, least significant first. */
static __inline uint32_t
toe_packet_load32_le(__lmem struct toe_packet *pkt, uint32_t offset)
{
    return toe_swap32(toe_packet_left(pkt, offset, 4));
}

/** Writes 4 bytes, least significant first. */
static __inline void
toe_packet_store32_le(__lmem struct toe_packet *pkt, uint32_t offset,
                     uint32_t value)
{
    toe_packet_set_left(pkt, offset, toe_swap32(value), 4);
}

/** Reads 5 bytes, most significant first. */
static __inline uint64_t
toe_packet_load40(__lmem struct toe_packet *pkt, uint32_t offset)
{
    return toe_packet_left_wide(pkt, offset, 5) >> 24;
}

/** Writes 5 bytes, most significant first. */
static __inline void
toe_packet_store40(__lmem struct toe_packet *pkt, uint32_t offset,
                  uint64_t value)
{
    toe_packet_set_left_wide(pkt, offset, value << 24, 5);
}

/** Reads 5 bytes, least significant first. */
static __inline uint64_t
toe_packet_load40_le(__lmem struct toe_packet *pkt, uint32_t offset)
{
    return toe_swap64(toe_packet_left_wide(pkt, offset, 5)) & 0xffffffffffull;
}

/** Writes 5 bytes, least significant first. */
static __inline void
toe_packet_store40_le(__lmem struct toe_packet *pkt, uint32_t offset,
                     uint64_t value)
{
    toe_packet_set_left_wide(pkt, offset, toe_swap64(value), 5);
}

/** Reads 6 bytes, most significant first. */
static __inline uint64_t
toe_packet_load48(__lmem struct toe_packet *pkt, uint32_t offset)
{
    return toe_packet_left_wide(pkt, offset, 6) >> 16;
}

/** Writes 6 bytes, most significant first. */
static __inline void
toe_packet_store48(__lmem struct toe_packet *pkt, uint32_t offset,
                  uint64_t value)
{
    toe_packet_set_left_wide(pkt, offset, value << 16, 6);
}

/** Reads 6 bytes, least significant first. */
static __inline uint64_t
toe_packet_load48_le(__lmem struct toe_packet *pkt, uint32_t offset)
{
    return toe_swap64(toe_packet_left_wide(pkt, offset, 6)) & 0xffffffffffffull;
}

/** Writes 6 bytes, least significant first. */
static __inline void
toe_packet_store48_le(__lmem struct toe_packet *pkt, uint32_t offset,
                     uint64_t value)
{
    toe_packet_set_left_wide(pkt, offset, toe_swap64(value), 6);
}

/** Reads 7 bytes, most significant first. */
static __inline uint64_t
toe_packet_load56(__lmem struct toe_packet *pkt, uint32_t offset)
{
    return toe_packet_left_wide(pkt, offset, 7) >> 8;
}

/** Writes 7 bytes, most significant first. */
static __inline void
toe_packet_store56(__lmem struct toe_packet *pkt, uint32_t offset,
                  uint64_t value)
{
    toe_packet_set_left_wide(pkt, offset, value << 8, 7);
}

/** Reads 7 bytes, least significant first. */
static __inline uint64_t
toe_packet_load56_le(__lmem struct toe_packet *pkt, uint32_t offset)
{
    return toe_swap64(toe_packet_left_wide(pkt, offset, 7)) & 0xffffffffffffffull;
}

/** Writes 7 bytes, least significant first. */
static __inline void
toe_packet_store56_le(__lmem struct toe_packet *pkt, uint32_t offset,
                     uint64_t value)
{
    toe_packet_set_left_wide(pkt, offset, toe_swap64(value), 7);
}

/** Reads 8 bytes, most significant first. */
static __inline uint64_t
toe_packet_load64(__lmem struct toe_packet *pkt, uint32_t offset)
{
    return toe_packet_left_wide(pkt, offset, 8);
}

/** Writes 8 bytes, most significant first. */
static __inline void
toe_packet_store64(__lmem struct toe_packet *pkt, uint32_t offset,
                  uint64_t value)
{
    toe_packet_set_left_wide(pkt, offset, value, 8);
}

/** Reads 8 bytes, least significant first. */
static __inline uint64_t
toe_packet_load64_le(__lmem struct toe_packet *pkt, uint32_t offset)
{
    return toe_swap64(toe_packet_left_wide(pkt, offset, 8));
}

/** Writes 8 bytes, least significant first. */
static __inline void
toe_packet_store64_le(__lmem struct toe_packet *pkt, uint32_t offset,
                     uint64_t value)
{
    toe_packet_set_left_wide(pkt, offset, toe_swap64(value), 8);
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
    toe_packet_touch(pkt, offset);
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

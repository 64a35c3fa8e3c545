/**
 * @file packet.h
 * Packets: one buffer each, with room in front so that a header can be cut out by moving the shorter part.
 */
#ifndef TOE_PACKET_H
#define TOE_PACKET_H

#include <stdint.h>

/** Longest frame a port receives, in bytes; a longer one is dropped as oversize. */
#define TOE_FRAME_MAX 9216

/** A packet; whoever holds the pointer owns it and gives it away exactly once. */
struct toe_packet {
    uint8_t *data;    /**< first byte */
    uint32_t length;  /**< bytes from @c data on */
    uint64_t nanos;   /**< when its frame was received, nanoseconds since the epoch */
    uint8_t buffer[]; /**< what @c data points into */
};

/** A packet with a copy of @p length bytes at @p bytes. Ends the process when memory is exhausted. */
struct toe_packet *toe_packet_new(const uint8_t *bytes, uint32_t length, uint64_t nanos);

/** Ends a packet. */
void toe_packet_free(struct toe_packet *packet);

/** Takes @p count bytes out at @p offset; both are known to lie inside the packet. */
void toe_packet_remove(struct toe_packet *packet, uint32_t offset, uint32_t count);

#endif /* TOE_PACKET_H */

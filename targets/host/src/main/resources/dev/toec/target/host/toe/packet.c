/**
 * @file packet.c
 * Packets.
 */
#include "toe/packet.h"

#include <string.h>

#include "toe/fail.h"

struct toe_packet *
toe_packet_new(const uint8_t *bytes, uint32_t length, uint64_t nanos)
{
    struct toe_packet *packet = toe_allocate(1, sizeof(*packet) + length);

    packet->data = packet->buffer;
    packet->length = length;
    packet->nanos = nanos;
    if (length > 0)
        memcpy(packet->data, bytes, length);
    return packet;
}

void
toe_packet_free(struct toe_packet *packet)
{
    toe_release(packet);
}

void
toe_packet_remove(struct toe_packet *packet, uint32_t offset, uint32_t count)
{
    uint32_t behind = packet->length - offset - count;

    if (offset <= behind) {
        memmove(packet->data + count, packet->data, offset);
        packet->data += count;
    } else {
        memmove(packet->data + offset, packet->data + offset + count, behind);
    }
    packet->length -= count;
}

#include "ctm.h"

#include <stdlib.h>

#include "fault.h"
#include "nbi.h"
#include "pkt/pkt.h"
#include "sanitizer.h"
#include "wire.h"

/** Bytes of a buffer: headroom, the longest frame, and what a bulk read may
 * take behind it. */
#define BUFFER_BYTES (NBI_OFFSET + MAX_FRAME_BYTES + 128)

static struct ctm_packet packets[CTM_PACKETS];
static unsigned char *memory;
static unsigned int next;

/** Makes the buffers, all of them forbidden. */
static void make_buffers(void)
{
    unsigned int i;

    memory = malloc((size_t)CTM_PACKETS * BUFFER_BYTES);
    if (memory == NULL)
        fault("out of memory");
    for (i = 0; i < CTM_PACKETS; i++)
        packets[i].buffer = memory + (size_t)i * BUFFER_BYTES;
    sanitizer_forbid(memory, (size_t)CTM_PACKETS * BUFFER_BYTES);
}

int ctm_packet_alloc(void)
{
    unsigned int tried;

    if (memory == NULL)
        make_buffers();
    for (tried = 0; tried < CTM_PACKETS; tried++) {
        next = (next + 1) % CTM_PACKETS;
        if (!packets[next].used) {
            packets[next].used = true;
            sanitizer_allow(packets[next].buffer, BUFFER_BYTES);
            return (int)next;
        }
    }
    return -1;
}

struct ctm_packet *ctm_packet(unsigned int island, unsigned int number)
{
    if (island != CTM_ISLAND || number >= CTM_PACKETS || !packets[number].used)
        fault("packet %u of island %u is not in use", number, island);
    return &packets[number];
}

void ctm_packet_free(unsigned int island, unsigned int number)
{
    struct ctm_packet *packet = ctm_packet(island, number);

    packet->used = false;
    sanitizer_forbid(packet->buffer, BUFFER_BYTES);
    nbi_buffer_freed();
}

bool ctm_holds(const void *address)
{
    uintptr_t place = (uintptr_t)address;
    uintptr_t start = (uintptr_t)memory;

    return memory != NULL && place >= start && place < start + (uintptr_t)CTM_PACKETS * BUFFER_BYTES;
}

void ctm_check(void)
{
    unsigned int i;

    for (i = 0; i < CTM_PACKETS; i++)
        if (packets[i].used)
            fault("packet %u was neither transmitted nor freed", i);
}

void *pkt_ctm_ptr40(unsigned char isl, unsigned int pnum, unsigned int off)
{
    if (off >= BUFFER_BYTES)
        fault("offset %u lies behind the buffer of packet %u", off, pnum);
    return ctm_packet(isl, pnum)->buffer + off;
}

void pkt_ctm_free(unsigned int isl, unsigned int pnum)
{
    ctm_packet_free(isl, pnum);
}

/**
 * Packet buffers in the CTM of an island.
 *
 * On the chip a buffer holds up to 2 KB and the rest of a longer frame lies in
 * external memory. Here one buffer holds the longest frame: firmware reaches
 * both parts by an offset into the frame, and the emulation is about order,
 * ownership and bounds of packets, not about where their tails lie.
 */
#ifndef EMU_CTM_H
#define EMU_CTM_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/** The island whose CTM receives packets. */
#define CTM_ISLAND 32

/** Packets a CTM can hold. */
#define CTM_PACKETS 512

/** Where the NBI puts the first byte of a frame. */
#define NBI_OFFSET 128

/** A packet number and its buffer. */
struct ctm_packet {
    bool used;
    uint64_t nanos;         /**< when its frame was received */
    unsigned char *buffer;
};

/** Takes a packet number, or returns -1 when all are in use. */
int ctm_packet_alloc(void);

/** The packet numbered `number` of island `island`, which must be in use. */
struct ctm_packet *ctm_packet(unsigned int island, unsigned int number);

/** Frees a packet number; the NBI may use it again. */
void ctm_packet_free(unsigned int island, unsigned int number);

/** Whether `address` lies in the CTM. */
bool ctm_holds(const void *address);

/** Faults when a packet was neither transmitted nor freed. */
void ctm_check(void);

#endif

/**
 * Ingress and egress of packets (NBI).
 */
#ifndef EMU_NBI_H
#define EMU_NBI_H

#include <stdint.h>

/** Says that a CTM buffer is free: a frame that waits may come in. */
void nbi_buffer_freed(void);

/** Transmits a packet and frees it. */
void nbi_transmit(unsigned int island, unsigned int number, unsigned int offset, unsigned int bytes, unsigned int port);

/** Frames the MAC dropped because they were too long. */
uint64_t nbi_oversize(void);

/** How many numbers a sequencer has given. */
uint64_t nbi_numbered(unsigned int sequencer);

#endif

/**
 * What is on the wire of each port: captures to receive, captures to write.
 */
#ifndef EMU_WIRE_H
#define EMU_WIRE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/** Longest frame a port receives; a longer one is dropped by the MAC. */
#define MAX_FRAME_BYTES 9216

/** A frame without its check sequence. */
struct frame {
    uint64_t nanos;   /**< capture time since the epoch */
    size_t bytes;
    const unsigned char *data;
};

/** Index of the port called `name`, or -1. */
int wire_port(const char *name);

/** Puts the frames of a capture on the receiving side of a port. */
void wire_receive_from(unsigned int port, const char *path);

/** Writes what a port transmits to a capture. */
void wire_transmit_to(unsigned int port, const char *path);

/**
 * Takes the earliest frame that is left; ports declared first win ties.
 *
 * @return whether there was one
 */
bool wire_receive(struct frame *frame, unsigned int *port);

/** Puts a copy of a frame on the transmitting side of a port. */
void wire_transmit(unsigned int port, uint64_t nanos, const unsigned char *data, size_t bytes);

/** Ends all captures that are written. */
void wire_close(void);

/** Frames a port has received, those too long included. */
uint64_t wire_received(unsigned int port);

/** Frames a port has transmitted. */
uint64_t wire_transmitted(unsigned int port);

#endif

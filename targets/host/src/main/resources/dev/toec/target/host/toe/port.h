/**
 * @file port.h
 * Where frames come from and go to: captures, or network interfaces.
 */
#ifndef TOE_PORT_H
#define TOE_PORT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include "toe/packet.h"

/** A frame as received; the bytes are valid until the next one is received at the port. */
struct toe_frame {
    const uint8_t *bytes;
    uint32_t length;
    uint64_t nanos; /**< nanoseconds since the epoch */
};

/** A capture that is read. */
struct toe_capture_reader {
    const char *path;
    FILE *file;
    bool swapped;     /**< whether its numbers are in the other byte order */
    bool nanoseconds; /**< whether its time stamps count nanoseconds, not microseconds */
    uint8_t *buffer;
    size_t buffer_size;
};

/** Opens a capture in the classic pcap format; ends the process with a reason if it is none, or not of Ethernet. */
void toe_capture_open(struct toe_capture_reader *reader, const char *path);

/** Reads the next frame; false at the end. A truncated record ends the process with its place. */
bool toe_capture_read(struct toe_capture_reader *reader, struct toe_frame *frame);

/** Closes a capture. */
void toe_capture_close(struct toe_capture_reader *reader);

/** Begins a capture with nanosecond time stamps at @p path. */
FILE *toe_capture_create(const char *path);

/** Appends a frame. */
void toe_capture_write(FILE *capture, const struct toe_packet *packet);

/** Opens a raw socket on interface @p name that sees all frames but those sent from this host. */
int toe_socket_open(const char *name);

/** Receives a frame into @p buffer of @p size bytes, a VLAN tag the kernel took off put back; false if none waits. */
bool toe_socket_read(int socket, uint8_t *buffer, size_t size, struct toe_frame *frame);

/** Sends a frame; what the interface does not take is lost, as on a wire. */
void toe_socket_write(int socket, const struct toe_packet *packet);

/** Where a port receives from. */
struct toe_input {
    enum { TOE_INPUT_NONE, TOE_INPUT_CAPTURE, TOE_INPUT_SOCKET } kind;
    struct toe_capture_reader capture; /**< of TOE_INPUT_CAPTURE */
    int socket;                        /**< of TOE_INPUT_SOCKET */
    bool pending;                      /**< whether @c frame is read but not yet received */
    struct toe_frame frame;            /**< the next frame of a capture */
    uint64_t received;                 /**< frames, oversize ones included */
};

/** Where a port transmits to. */
struct toe_output {
    enum { TOE_OUTPUT_NONE, TOE_OUTPUT_CAPTURE, TOE_OUTPUT_SOCKET } kind;
    FILE *capture;        /**< of TOE_OUTPUT_CAPTURE */
    int socket;           /**< of TOE_OUTPUT_SOCKET */
    uint64_t transmitted; /**< frames */
};

/** Sends a packet and ends it. */
void toe_output_send(struct toe_output *output, struct toe_packet *packet);

#endif /* TOE_PORT_H */

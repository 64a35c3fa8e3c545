/**
 * Captures in the classic pcap format (draft-ietf-opsawg-pcap).
 */
#ifndef EMU_PCAP_H
#define EMU_PCAP_H

#include "wire.h"

struct pcap_reader;
struct pcap_writer;

/** Opens a capture: micro- or nanoseconds, either byte order, Ethernet. */
struct pcap_reader *pcap_open(const char *path);

/** Reads the next frame, whose data is valid until the reader is closed. */
bool pcap_read(struct pcap_reader *reader, struct frame *frame);

/** Closes a capture. */
void pcap_close(struct pcap_reader *reader);

/** Begins a capture with nanoseconds. */
struct pcap_writer *pcap_create(const char *path);

/** Appends a frame. */
void pcap_write(struct pcap_writer *writer, uint64_t nanos, const unsigned char *data, size_t bytes);

/** Ends a capture. */
void pcap_finish(struct pcap_writer *writer);

#endif

#include "nbi.h"

#include <string.h>

#include "command.h"
#include "ctm.h"
#include "fault.h"
#include "machine.h"
#include "pkt/pkt.h"
#include "wire.h"

/** Sequencers of the NBI; number 0 stands for none. */
#define SEQUENCERS 8

static struct command *receivers; /* the one that has waited longest first */
static bool dry;                  /* every frame was received */
static uint64_t oversize;
static uint64_t numbered[SEQUENCERS];

uint64_t nbi_oversize(void)
{
    return oversize;
}

uint64_t nbi_numbered(unsigned int sequencer)
{
    return numbered[sequencer];
}

/** The next frame that is not too long. */
static bool next_frame(struct frame *frame, unsigned int *port)
{
    while (wire_receive(frame, port)) {
        if (frame->bytes <= MAX_FRAME_BYTES)
            return true;
        oversize++;
    }
    return false;
}

/** Writes the metadata of a packet as struct nbi_meta_catamaran draws it. */
static void write_meta(uint32_t *meta, unsigned int number, size_t bytes, unsigned int port)
{
    unsigned int sequencer = machine.ports[port].sequencer;

    meta[0] = (uint32_t)CTM_ISLAND << 26 | number << 16 | (uint32_t)bytes;
    meta[2] = (uint32_t)(numbered[sequencer]++ & 0xffff) << 16 | sequencer << 8;
    meta[4] = port << 24;
}

/** Receives one frame for `command`; false when there is none. */
static bool receive(struct command *command, unsigned int number)
{
    struct frame frame;
    unsigned int port;
    struct ctm_packet *packet = ctm_packet(CTM_ISLAND, number);

    if (!next_frame(&frame, &port))
        return false;
    packet->nanos = frame.nanos;
    if (frame.bytes > 0)
        memcpy(packet->buffer + NBI_OFFSET, frame.data, frame.bytes);
    write_meta(command->in, number, frame.bytes, port);
    return true;
}

void nbi_buffer_freed(void)
{
    struct command *receiver = receivers;
    int number;

    if (receiver == NULL || dry)
        return;
    number = ctm_packet_alloc();
    if (number < 0)
        return;
    if (receive(receiver, (unsigned int)number)) {
        receivers = receiver->next;
        command_complete(receiver);
        return;
    }
    dry = true;
    ctm_packet_free(CTM_ISLAND, (unsigned int)number);
}

/** Receives a packet, or waits for a buffer. */
static bool perform_recv(struct command *command)
{
    struct command **place = &receivers;

    while (*place != NULL)
        place = &(*place)->next;
    command->next = NULL;
    *place = command;
    nbi_buffer_freed();
    return false;
}

void __pkt_nbi_recv(void *meta, size_t msize, sync_t sync, SIGNAL *sig)
{
    struct command command = {0};

    if (msize < sizeof(struct nbi_meta_catamaran) || msize > 128 || msize % 4 != 0)
        fault("pkt_nbi_recv of %zu bytes", msize);
    command.transfer = TRANSFER_READ;
    command.size = msize;
    command.perform = perform_recv;
    command_issue(&command, LATENCY_CTM, meta, sync, sig);
}

void pkt_nbi_recv(void *meta, size_t msize)
{
    SIGNAL sig;

    __pkt_nbi_recv(meta, msize, ctx_swap, &sig);
}

struct pkt_ms_info pkt_msd_write(void *pbuf, unsigned char off)
{
    struct pkt_ms_info info;

    if (!ctm_holds(pbuf) || off < 16)
        fault("pkt_msd_write at offset %u", off);
    info.off_enc = off;
    info.len_adj = 0;
    return info;
}

void nbi_transmit(unsigned int island, unsigned int number, unsigned int offset, unsigned int bytes, unsigned int port)
{
    const struct ctm_packet *packet = ctm_packet(island, number);

    wire_transmit(port, packet->nanos, packet->buffer + offset, bytes);
    ctm_packet_free(island, number);
}

void pkt_nbi_send(unsigned char isl, unsigned int pnum, const struct pkt_ms_info *msi, unsigned int len, unsigned int nbi, unsigned int txq, unsigned int seqr, unsigned int seq, enum PKT_CTM_SIZE ctm_buf_size)
{
    (void)seq;
    (void)ctm_buf_size;
    if (nbi != 0 || seqr != 0)
        fault("pkt_nbi_send to NBI %u with sequencer %u: the emulation has NBI 0, order comes from the GRO", nbi, seqr);
    nbi_transmit(isl, pnum, msi->off_enc, len, txq);
}

/**
 * Client of the global reorder block (GRO): puts what was numbered back in
 * order. On the chip the block itself is microcode on a microengine of its
 * own.
 */
#ifndef GRO_GRO_CLI_H
#define GRO_GRO_CLI_H

#include <nfp.h>
#include <pkt/pkt.h>

/** A release request: what to do once all earlier numbers were released. */
struct gro_meta {
    uint32_t __raw[4];
};

/** Requests that three words go to work queue `qnum` of the EMEM in `isl`. */
void gro_cli_build_workq_meta3(__xwrite struct gro_meta *meta, unsigned int isl,
    unsigned int qnum, uint32_t w0, uint32_t w1, uint32_t w2);

/** Requests that a packet is transmitted; parameters as pkt_nbi_send(). */
void gro_cli_build_nbi_meta(__xwrite struct gro_meta *meta, unsigned char isl,
    unsigned int pnum, __gpr const struct pkt_ms_info *msi, unsigned int len,
    unsigned int nbi, unsigned int txq);

/** Requests nothing: the number will not arrive. */
void gro_cli_build_drop_seq_meta(__xwrite struct gro_meta *meta);

/**
 * Sends a request.
 *
 * @param ctx reorder context
 * @param seq number of the request, 16 bits
 */
void gro_cli_send(__xwrite struct gro_meta *meta, unsigned int ctx, unsigned int seq);

#endif

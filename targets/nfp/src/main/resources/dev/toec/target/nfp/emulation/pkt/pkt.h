/**
 * The packet engine: packets in CTM, ingress and egress (NBI).
 */
#ifndef PKT_PKT_H
#define PKT_PKT_H

#include <nfp.h>

/**
 * What the NBI says of a received packet.
 *
 * Bit    3 3 2 2 2 2 2 2 2 2 2 2 1 1 1 1 1 1 1 1 1 1 0 0 0 0 0 0 0 0 0 0
 * -----\ 1 0 9 8 7 6 5 4 3 2 1 0 9 8 7 6 5 4 3 2 1 0 9 8 7 6 5 4 3 2 1 0
 * Word  +-----------+-------------------+---+---------------------------+
 *    0  |  island   |   packet number   |Bls|       packet length       |
 *       +-+---+-----+-------------------+---+---------------------------+
 *    1  |S|Rsv|                    MU pointer                           |
 *       +-+---+-------------------------+---+-----+-----+-+-----+-+-----+
 *    2  |       sequence number         |NFP|  R  |Seqr |P|Mtype|V| BP  |
 *       +---------------+---------------+---+-----+-----+-+-----+-+-----+
 *    3  |                          parse results                        |
 *       +---------------+-----------------------------------------------+
 *    4  |     port      |                 parse results                 |
 *       +---------------+-----------------------------------------------+
 *    5  |                   flags, offset, match                        |
 *       +---------------------------------------------------------------+
 */
struct nbi_meta_catamaran {
    uint32_t __raw[6];
};

/** Where a packet begins and how its first part is kept, for transmission. */
struct pkt_ms_info {
    uint32_t off_enc;  /**< offset of the first byte of the frame */
    uint32_t len_adj;  /**< bytes in front of it */
};

/** Size of a CTM buffer. */
enum PKT_CTM_SIZE {
    PKT_CTM_SIZE_256,
    PKT_CTM_SIZE_512,
    PKT_CTM_SIZE_1024,
    PKT_CTM_SIZE_2048
};

/** Receives a packet: its metadata is in `meta` once `sig` is raised. */
void __pkt_nbi_recv(__xread void *meta, size_t msize, sync_t sync, SIGNAL *sig);

/** Waits for a packet and receives it. */
void pkt_nbi_recv(__xread void *meta, size_t msize);

/** Address of byte `off` of the CTM buffer of packet `pnum`. */
__mem40 void *pkt_ctm_ptr40(unsigned char isl, unsigned int pnum, unsigned int off);

/** Gives the CTM buffer of packet `pnum` back. */
void pkt_ctm_free(unsigned int isl, unsigned int pnum);

/**
 * Writes the modification script for a frame that begins at `off`.
 *
 * @param pbuf start of the CTM buffer
 */
struct pkt_ms_info pkt_msd_write(__mem40 void *pbuf, unsigned char off);

/**
 * Transmits a packet, then frees it.
 *
 * @param len bytes of the frame
 * @param txq queue of the traffic manager
 * @param seqr egress sequencer, 0 for none
 * @param seq number with that sequencer
 */
void pkt_nbi_send(unsigned char isl, unsigned int pnum,
    __gpr const struct pkt_ms_info *msi, unsigned int len, unsigned int nbi,
    unsigned int txq, unsigned int seqr, unsigned int seq,
    enum PKT_CTM_SIZE ctm_buf_size);

#endif

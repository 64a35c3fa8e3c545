/* a signal was raised and never waited for */
#include "queue.h"

int
main(void)
{
    __xread uint32_t word;
    __xread struct nbi_meta_catamaran meta;
    SIGNAL done;

    if (ctx() == 0)
        __mem_read32(&word, EMEM_ADDRESS(memory), 4, 4, sig_done, &done);
    for (;;) {
        pkt_nbi_recv(&meta, sizeof(meta));
        pkt_ctm_free(meta.__raw[0] >> 26, (meta.__raw[0] >> 16) & 0x3ff);
    }
}

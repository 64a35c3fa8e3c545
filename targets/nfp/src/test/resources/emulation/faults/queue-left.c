/* bytes are left in queue sample_work */
#include "queue.h"

int
main(void)
{
    __xwrite uint32_t words[3];
    __xread struct nbi_meta_catamaran meta;

    words[0] = 0;
    words[1] = 1;
    words[2] = 2;
    mem_workq_add_work(MEM_RING_GET_NUM(sample_work),
                       MEM_RING_GET_MEMADDR(sample_work), words,
                       sizeof(words));
    for (;;) {
        pkt_nbi_recv(&meta, sizeof(meta));
        pkt_ctm_free(meta.__raw[0] >> 26, (meta.__raw[0] >> 16) & 0x3ff);
    }
}

/* reorder context 0 is stalled: 3 items wait for number 0, which never came */
#include "queue.h"

static __lmem struct toe_item item;

int
main(void)
{
    for (;;) {
        toe_item_receive(&item);
        if (item.sequence == 0)
            pkt_ctm_free(item.pkt.island, item.pkt.number);
        else
            toe_packet_transmit_ordered(&item.pkt, 0, 0, item.sequence);
    }
}

/* of island 32 is not in use */
#include "queue.h"

static __lmem struct toe_item item;

int
main(void)
{
    toe_item_receive(&item);
    pkt_ctm_free(item.pkt.island, item.pkt.number);
    pkt_ctm_free(item.pkt.island, item.pkt.number);
    return 0;
}

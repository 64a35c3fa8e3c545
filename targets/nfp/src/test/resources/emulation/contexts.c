/* Two contexts: each keeps its own count across waits, both share the other. */
#include "queue.h"

static __lmem struct toe_item item;
static __lmem uint32_t mine;
static __lmem uint32_t begun = 3;
static __shared __lmem uint32_t ours = 10;

int
main(void)
{
    uint32_t before;

    for (;;) {
        toe_item_receive(&item);
        before = ++mine;
        ctx_swap();
        if (mine != before || begun != 3)
            return 1;
        ours++;
        toe_packet_store8(&item.pkt, 0, (uint8_t)ours);
        toe_packet_transmit_ordered(&item.pkt, 0, 0, item.sequence);
    }
}

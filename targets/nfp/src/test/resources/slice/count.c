#include "slice_work.h"

static __lmem struct toe_item item;
static __shared __lmem uint32_t last;

static void
count_frame(__lmem struct toe_packet *pkt, uint32_t class)
{
    __xwrite uint32_t amount[2];

    amount[0] = 0;
    amount[1] = pkt->length;
    mem_add64(amount, EMEM_ADDRESS(count_bytes), 8);
    last = last + 1;
    toe_packet_store32(pkt, 1, class + last, 1);
    toe_packet_transmit(pkt, 0);
}

int
main(void)
{
    __xread uint32_t words[3];
    __xread uint32_t fields[1];

    for (;;) {
        mem_workq_add_thread(MEM_RING_GET_NUM(count_work), MEM_RING_GET_MEMADDR(count_work), words, 12);
        toe_item_unpack(&item, words[0], words[1], words[2]);
        mem_read32(fields, toe_item_parking(&item.pkt), 4);
        count_frame(&item.pkt, fields[0] >> 24);
    }
}

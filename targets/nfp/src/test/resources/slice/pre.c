#include "slice_work.h"

static __lmem struct toe_item item;

static void
emit_parsed(__lmem struct toe_packet *pkt, uint32_t class)
{
    __xwrite uint32_t fields[1];
    __xwrite struct gro_meta meta;

    fields[0] = class << 24;
    mem_write32(fields, toe_item_parking(pkt), 4);
    gro_cli_build_workq_meta3(&meta, NFP_EMEM0_ISLAND, MEM_RING_GET_NUM(count_work),
        toe_item_word0(&item, COUNT_FRAME), toe_item_word1(&item), toe_item_word2(&item));
    gro_cli_send(&meta, 0, item.sequence);
}

static void
pre_frame(__lmem struct toe_packet *pkt)
{
    uint32_t type;

    if (pkt->length < 14) {
        toe_packet_drop(pkt, EMEM_ADDRESS(drop_runt));
        toe_skip(0, item.sequence);
        return;
    }
    type = toe_packet_load32(pkt, 12, 2);
    if (type == 0x8100 && pkt->length >= 18) {
        toe_packet_remove(pkt, 12, 4);
        mem_incr64(EMEM_ADDRESS(pre_stripped));
    }
    toe_packet_store32(pkt, 0, pkt->length & 0xff, 1);
    emit_parsed(pkt, 7);
}

int
main(void)
{
    __xread uint32_t words[3];

    for (;;) {
        mem_workq_add_thread(MEM_RING_GET_NUM(pre_work), MEM_RING_GET_MEMADDR(pre_work), words, 12);
        toe_item_unpack(&item, words[0], words[1], words[2]);
        pre_frame(&item.pkt);
    }
}

#include "slice_work.h"

static __lmem struct toe_item item;

int
main(void)
{
    __xwrite uint32_t words[3];

    for (;;) {
        toe_item_receive(&item);
        item.port = PRE_FRAME;
        words[0] = toe_item_word0(&item, PRE_FRAME);
        words[1] = toe_item_word1(&item);
        words[2] = toe_item_word2(&item);
        mem_workq_add_work(MEM_RING_GET_NUM(pre_work), MEM_RING_GET_MEMADDR(pre_work), words, 12);
    }
}

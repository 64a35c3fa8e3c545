/* work queue sample_work overflows its 256 bytes */
#include "queue.h"

int
main(void)
{
    __xwrite uint32_t words[3];

    words[0] = 0;
    words[1] = 1;
    words[2] = 2;
    for (;;)
        mem_workq_add_work(MEM_RING_GET_NUM(sample_work),
                           MEM_RING_GET_MEMADDR(sample_work), words,
                           sizeof(words));
}

/* a write transfer register changed while its command was in flight */
#include "queue.h"

int
main(void)
{
    __xwrite uint32_t word;
    SIGNAL done;

    word = 1;
    __mem_write32(&word, EMEM_ADDRESS(memory), 4, 4, sig_done, &done);
    word = 2;
    __wait_for_all(&done);
    return 0;
}

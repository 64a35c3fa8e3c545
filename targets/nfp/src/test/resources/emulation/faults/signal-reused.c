/* a signal is used again before it was waited for */
#include "queue.h"

int
main(void)
{
    __xread uint32_t first;
    __xread uint32_t second;
    SIGNAL done;

    __mem_read32(&first, EMEM_ADDRESS(memory), 4, 4, sig_done, &done);
    __mem_read32(&second, EMEM_ADDRESS(memory), 4, 4, sig_done, &done);
    __wait_for_all(&done);
    return 0;
}

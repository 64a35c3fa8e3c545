/* more than 15 signals are in use */
#include "queue.h"

int
main(void)
{
    __xread uint32_t words[16];
    SIGNAL done[16];
    uint32_t i;

    for (i = 0; i < 16; i++)
        __mem_read32(&words[i], EMEM_ADDRESS(memory), 4, 4, sig_done, &done[i]);
    return 0;
}

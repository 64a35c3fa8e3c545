/* at an address that is not aligned */
#include "queue.h"

int
main(void)
{
    mem_incr64((__mem40 unsigned char *)EMEM_ADDRESS(memory) + 4);
    return 0;
}

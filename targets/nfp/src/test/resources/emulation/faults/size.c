/* a command of 6 bytes (at most 6 said) on units of 4 bytes, limit 128 */
#include "queue.h"

int
main(void)
{
    __xread uint32_t words[2];

    mem_read32(words, EMEM_ADDRESS(memory), 6);
    return 0;
}

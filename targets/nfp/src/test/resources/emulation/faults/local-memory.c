/* bytes of local memory, a microengine has 4096 */
#include "queue.h"

static __lmem uint32_t words[200];

int
main(void)
{
    words[ctx()] = 1;
    return (int)words[0];
}

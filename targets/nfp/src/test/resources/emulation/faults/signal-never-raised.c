/* waits for a signal that nothing will raise */
#include "queue.h"

int
main(void)
{
    SIGNAL done;

    __wait_for_all(&done);
    return 0;
}

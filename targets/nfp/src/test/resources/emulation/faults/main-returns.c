/* main() returned */
#include "queue.h"

int
main(void)
{
    return 0;
}

/* was neither transmitted nor freed */
#include "queue.h"

int
main(void)
{
    __xread struct nbi_meta_catamaran meta;

    for (;;)
        pkt_nbi_recv(&meta, sizeof(meta));
}

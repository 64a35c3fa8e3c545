/* expect: E0829 */
#include "../packet.h"

SEC("xdp")
int endless_loop(struct xdp_md *ctx)
{
    volatile __u8 *data = DATA(ctx);
    if ((void *)(data + 1) > DATA_END(ctx))
        return XDP_PASS;
    while (*data)
        ;
    return XDP_PASS;
}

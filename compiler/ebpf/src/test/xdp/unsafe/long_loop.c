/* expect: E0829 */
#include "../packet.h"

SEC("xdp")
int long_loop(struct xdp_md *ctx)
{
    volatile __u32 *data = DATA(ctx);
    if ((void *)(data + 1) > DATA_END(ctx))
        return XDP_PASS;
    for (__u32 i = 0; i < 3000000; i++)
        *data += i;
    return XDP_PASS;
}

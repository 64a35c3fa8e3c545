/* expect: E0811 */
#include "../packet.h"

static __attribute__((noinline)) int depth(volatile __u32 *data, int n)
{
    return n > 100 ? *data : depth(data, n + *data) ^ depth(data, n * *data);
}

SEC("xdp")
int recursion(struct xdp_md *ctx)
{
    __u32 *data = DATA(ctx);
    if (!INSIDE(data, DATA_END(ctx)))
        return XDP_PASS;
    return depth(data, *data);
}

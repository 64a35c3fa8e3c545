/* expect: E0821 */
#include "../packet.h"

SEC("xdp")
int negative_offset(struct xdp_md *ctx)
{
    __u8 *data = DATA(ctx);
    if (data + 14 > (__u8 *)DATA_END(ctx))
        return XDP_DROP;
    return data[-1] ? XDP_PASS : XDP_DROP;
}

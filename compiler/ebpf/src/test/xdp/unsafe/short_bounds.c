/* expect: E0821 */
#include "../packet.h"

SEC("xdp")
int short_bounds(struct xdp_md *ctx)
{
    struct ethhdr *eth = DATA(ctx);
    struct iphdr *ip = (void *)(eth + 1);
    if (!INSIDE(eth, DATA_END(ctx)))
        return XDP_DROP;
    return ip->protocol == IPPROTO_TCP ? XDP_PASS : XDP_DROP;
}

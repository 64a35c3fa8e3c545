/* expect: E0821 */
#include "../packet.h"

SEC("xdp")
int inverted_test(struct xdp_md *ctx)
{
    struct ethhdr *eth = DATA(ctx);
    if (INSIDE(eth, DATA_END(ctx)))
        return XDP_DROP;
    return eth->h_proto ? XDP_PASS : XDP_DROP;
}

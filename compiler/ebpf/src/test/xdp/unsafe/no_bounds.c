/* expect: E0821 */
#include "../packet.h"

SEC("xdp")
int no_bounds(struct xdp_md *ctx)
{
    struct ethhdr *eth = DATA(ctx);
    return eth->h_proto ? XDP_PASS : XDP_DROP;
}

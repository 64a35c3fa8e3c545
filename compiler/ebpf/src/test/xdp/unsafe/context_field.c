/* expect: E0828 ingress_ifindex */
#include "../packet.h"

SEC("xdp")
int context_field(struct xdp_md *ctx)
{
    return ctx->ingress_ifindex == 2 ? XDP_DROP : XDP_PASS;
}

/* Two programs in one section, one in another. */
#include "../packet.h"

SEC("xdp")
int drop_all(struct xdp_md *ctx)
{
    return XDP_DROP;
}

SEC("xdp")
int drop_long(struct xdp_md *ctx)
{
    return DATA(ctx) + 128 <= DATA_END(ctx) ? XDP_DROP : XDP_PASS;
}

SEC("xdp/tx")
int tx_all(struct xdp_md *ctx)
{
    return XDP_TX;
}

/* expect: E0825 */
#include "../packet.h"

SEC("xdp")
int leak_to_packet(struct xdp_md *ctx)
{
    void **data = DATA(ctx);
    if (!INSIDE(data, DATA_END(ctx)))
        return XDP_PASS;
    *data = ctx;
    return XDP_TX;
}

/* Lets everything pass. */
#include "../packet.h"

SEC("xdp")
int pass(struct xdp_md *ctx)
{
    return XDP_PASS;
}

/* expect: E0807 .bss */
#include "../packet.h"

__u64 packets;

SEC("xdp")
int global_variable(struct xdp_md *ctx)
{
    packets++;
    return XDP_PASS;
}

/* expect: E0833 */
#include "../packet.h"

SEC("xdp")
int address_test(struct xdp_md *ctx)
{
    return (__u64)DATA(ctx) > 4096 ? XDP_DROP : XDP_PASS;
}

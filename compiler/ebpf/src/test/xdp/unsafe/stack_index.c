/* expect: E0840 */
#include "../packet.h"

SEC("xdp")
int stack_index(struct xdp_md *ctx)
{
    __u8 *data = DATA(ctx);
    if (data + 13 > (__u8 *)DATA_END(ctx))
        return XDP_PASS;
    volatile __u8 copy[12];
    __builtin_memcpy((void *)copy, data + 1, 12);
    return copy[*data & 7] ? XDP_PASS : XDP_DROP;
}

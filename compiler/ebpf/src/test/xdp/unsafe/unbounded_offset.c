/* expect: E0826 */
#include "../packet.h"

SEC("xdp")
int unbounded_offset(struct xdp_md *ctx)
{
    void *end = DATA_END(ctx);
    __u64 *skip = DATA(ctx);
    if (!INSIDE(skip, end))
        return XDP_DROP;
    __u8 *at = (void *)skip + *skip;
    if (at + 1 > (__u8 *)end)
        return XDP_DROP;
    return *at ? XDP_PASS : XDP_DROP;
}

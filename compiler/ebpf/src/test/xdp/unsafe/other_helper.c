/* expect: E0810 ktime_get_ns (5) */
#include "../packet.h"

SEC("xdp")
int other_helper(struct xdp_md *ctx)
{
    return bpf_ktime_get_ns() & 1 ? XDP_PASS : XDP_DROP;
}

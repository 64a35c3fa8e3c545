/* expect: E0830 */
#include "../packet.h"

struct {
    __uint(type, BPF_MAP_TYPE_HASH);
    __uint(max_entries, 16);
    __type(key, __u32);
    __type(value, __u64);
} counts SEC(".maps");

SEC("xdp")
int variable_flags(struct xdp_md *ctx)
{
    __u8 *data = DATA(ctx);
    if (data + 1 > (__u8 *)DATA_END(ctx))
        return XDP_PASS;
    __u32 key = 1;
    __u64 value = 1;
    return bpf_map_update_elem(&counts, &key, &value, *data & 1) ? XDP_DROP : XDP_PASS;
}

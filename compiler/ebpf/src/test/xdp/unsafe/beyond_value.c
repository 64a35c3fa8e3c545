/* expect: E0827 */
#include "../packet.h"

struct {
    __uint(type, BPF_MAP_TYPE_HASH);
    __uint(max_entries, 16);
    __type(key, __u32);
    __uint(value_size, 32);
} counts SEC(".maps");

SEC("xdp")
int beyond_value(struct xdp_md *ctx)
{
    __u8 *data = DATA(ctx);
    if (data + 1 > (__u8 *)DATA_END(ctx))
        return XDP_PASS;
    __u32 key = 1, index = *data & 31;
    __u32 *value = bpf_map_lookup_elem(&counts, &key);
    if (value)
        value[index] = 1;
    return XDP_PASS;
}

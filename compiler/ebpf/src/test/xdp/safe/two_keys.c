/* One call for look-ups in two maps with two keys: kinds differ where paths meet. */
#include "../packet.h"

struct {
    __uint(type, BPF_MAP_TYPE_HASH);
    __uint(max_entries, 16);
    __type(key, __u32);
    __type(value, __u32);
} first SEC(".maps");

struct {
    __uint(type, BPF_MAP_TYPE_HASH);
    __uint(max_entries, 16);
    __type(key, __u32);
    __type(value, __u32);
} second SEC(".maps");

SEC("xdp")
int two_keys(struct xdp_md *ctx)
{
    void *end = DATA_END(ctx);
    __u32 *words = DATA(ctx);
    if ((void *)(words + 4) > end)
        return XDP_PASS;
    __u32 a = words[0] & 7, b = words[1] & 7;
    __u32 zero = 0;
    void *map = words[2] & 1 ? (void *)&first : (void *)&second;
    __u32 *key = words[2] & 2 ? &a : &b;
    if (words[3] & 1)
        bpf_map_update_elem(map, key, &zero, BPF_ANY);
    __u32 *value = bpf_map_lookup_elem(map, key);
    if (value)
        *value += 1;
    else if (words[3] & 2)
        return XDP_DROP;
    return value && *value > 2 ? XDP_TX : XDP_PASS;
}

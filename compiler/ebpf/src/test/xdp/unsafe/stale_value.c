/* expect: E0832 */
#include "../packet.h"

struct {
    __uint(type, BPF_MAP_TYPE_HASH);
    __uint(max_entries, 16);
    __type(key, __u32);
    __type(value, __u64);
} counts SEC(".maps");

SEC("xdp")
int stale_value(struct xdp_md *ctx)
{
    __u32 key = 1;
    __u64 *value = bpf_map_lookup_elem(&counts, &key);
    if (!value)
        return XDP_PASS;
    bpf_map_delete_elem(&counts, &key);
    return *value > 3 ? XDP_DROP : XDP_PASS;
}

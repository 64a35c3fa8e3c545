/* expect: E0805 at most 0 entries */
#include "../packet.h"

struct {
    __uint(type, BPF_MAP_TYPE_HASH);
    __type(key, __u32);
    __type(value, __u64);
} counts SEC(".maps");

SEC("xdp")
int empty_map(struct xdp_md *ctx)
{
    __u32 key = 1;
    return bpf_map_lookup_elem(&counts, &key) ? XDP_DROP : XDP_PASS;
}

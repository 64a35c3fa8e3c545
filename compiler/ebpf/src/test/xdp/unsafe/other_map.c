/* expect: E0806 LPM_TRIE */
#include "../packet.h"

struct {
    __uint(type, BPF_MAP_TYPE_LPM_TRIE);
    __uint(max_entries, 16);
    __uint(map_flags, BPF_F_NO_PREALLOC);
    __uint(key_size, 8);
    __uint(value_size, 4);
} routes SEC(".maps");

SEC("xdp")
int other_map(struct xdp_md *ctx)
{
    __u64 key = 32;
    return bpf_map_lookup_elem(&routes, &key) ? XDP_PASS : XDP_DROP;
}

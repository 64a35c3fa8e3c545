/* expect: E0825 */
#include "../packet.h"

struct {
    __uint(type, BPF_MAP_TYPE_HASH);
    __uint(max_entries, 16);
    __type(key, __u32);
    __type(value, __u64);
} secrets SEC(".maps");

SEC("xdp")
int leak_to_map(struct xdp_md *ctx)
{
    __u32 key = 1;
    void **value = bpf_map_lookup_elem(&secrets, &key);
    if (value)
        *value = DATA(ctx);
    return XDP_PASS;
}

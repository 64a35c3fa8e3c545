/* expect: E0824 */
#include "../packet.h"

struct key {
    __u32 address;
    __u8 protocol;
};

struct {
    __uint(type, BPF_MAP_TYPE_HASH);
    __uint(max_entries, 16);
    __type(key, struct key);
    __type(value, __u64);
} flows SEC(".maps");

SEC("xdp")
int padding(struct xdp_md *ctx)
{
    struct key key;
    key.address = 1;
    key.protocol = 6;
    return bpf_map_lookup_elem(&flows, &key) ? XDP_DROP : XDP_PASS;
}

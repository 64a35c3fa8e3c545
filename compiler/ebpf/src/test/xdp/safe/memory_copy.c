/* Compares and copies arrays of bytes, on the stack and in map values, in loops that stay loops. */
#include "../packet.h"

struct name {
    __u8 bytes[24];
};

struct {
    __uint(type, BPF_MAP_TYPE_HASH);
    __uint(max_entries, 32);
    __type(key, __u8);
    __type(value, struct name);
} names SEC(".maps");

SEC("xdp")
int memory_copy(struct xdp_md *ctx)
{
    void *end = DATA_END(ctx);
    struct name *wire = DATA(ctx);
    if (!INSIDE(wire, end))
        return XDP_PASS;
    __u8 key = wire->bytes[5] ^ wire->bytes[11];
    struct name *known = bpf_map_lookup_elem(&names, &key);
    if (!known) {
        bpf_map_update_elem(&names, &key, wire, BPF_ANY);
        return XDP_PASS;
    }
    int same = 0;
#pragma clang loop unroll(disable)
    for (int i = 0; i < 24; i++) {
        same += known->bytes[i] == wire->bytes[i];
        known->bytes[i] += i;
    }
    return same > 12 ? XDP_TX : XDP_DROP;
}

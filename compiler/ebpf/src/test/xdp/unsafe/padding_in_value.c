/* expect: E0824 handed to a helper */
#include "../packet.h"

struct state {
    __u64 packets;
    __u8 open;
};

struct {
    __uint(type, BPF_MAP_TYPE_HASH);
    __uint(max_entries, 16);
    __type(key, __u32);
    __type(value, struct state);
} states SEC(".maps");

SEC("xdp")
int padding_in_value(struct xdp_md *ctx)
{
    __u32 key = 1;
    struct state state = { .packets = DATA_END(ctx) - DATA(ctx), .open = 1 };
    bpf_map_update_elem(&states, &key, &state, BPF_ANY);
    return XDP_PASS;
}

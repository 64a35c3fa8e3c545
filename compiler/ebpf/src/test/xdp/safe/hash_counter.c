/* Counts packets and bytes by EtherType, atomically. */
#include "../packet.h"

struct traffic {
    __u64 packets;
    __u64 bytes;
};

struct {
    __uint(type, BPF_MAP_TYPE_HASH);
    __uint(max_entries, 8);
    __type(key, __u16);
    __type(value, struct traffic);
} by_type SEC(".maps");

SEC("xdp")
int hash_counter(struct xdp_md *ctx)
{
    void *end = DATA_END(ctx);
    struct ethhdr *eth = DATA(ctx);
    if (!INSIDE(eth, end))
        return XDP_PASS;
    __u16 key = bpf_ntohs(eth->h_proto);
    struct traffic *traffic = bpf_map_lookup_elem(&by_type, &key);
    if (traffic) {
        __sync_fetch_and_add(&traffic->packets, 1);
        __sync_fetch_and_add(&traffic->bytes, end - (void *)eth);
        return XDP_PASS;
    }
    struct traffic first = { .packets = 1, .bytes = end - (void *)eth };
    return bpf_map_update_elem(&by_type, &key, &first, BPF_NOEXIST) ? XDP_DROP : XDP_TX;
}

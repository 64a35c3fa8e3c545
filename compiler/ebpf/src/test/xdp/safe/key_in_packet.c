/* Looks up a key that lies in the packet, and counts in the value by an index from the packet. */
#include "../packet.h"

struct counts {
    __u32 by_class[8];
};

struct {
    __uint(type, BPF_MAP_TYPE_HASH);
    __uint(max_entries, 256);
    __uint(key_size, ETH_ALEN);
    __type(value, struct counts);
} stations SEC(".maps");

SEC("xdp")
int key_in_packet(struct xdp_md *ctx)
{
    void *end = DATA_END(ctx);
    struct ethhdr *eth = DATA(ctx);
    struct iphdr *ip = (void *)(eth + 1);
    if (!INSIDE(ip, end))
        return XDP_PASS;
    struct counts *counts = bpf_map_lookup_elem(&stations, eth->h_source);
    if (!counts) {
        struct counts none = {};
        bpf_map_update_elem(&stations, eth->h_source, &none, BPF_ANY);
        return XDP_PASS;
    }
    __u32 class = ip->tos >> 5;
    counts->by_class[class]++;
    return counts->by_class[class] > 2 ? XDP_DROP : XDP_PASS;
}

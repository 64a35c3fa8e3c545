/* Decrements the time to live and mends the checksum incrementally (RFC 1624), next hop by table. */
#include "../packet.h"

struct hop {
    unsigned char mac[ETH_ALEN];
    __u16 flags;
};

struct {
    __uint(type, BPF_MAP_TYPE_HASH);
    __uint(max_entries, 64);
    __type(key, __be32);
    __type(value, struct hop);
} hops SEC(".maps");

SEC("xdp")
int router(struct xdp_md *ctx)
{
    void *end = DATA_END(ctx);
    struct ethhdr *eth = DATA(ctx);
    struct iphdr *ip = (void *)(eth + 1);
    if (!INSIDE(ip, end) || eth->h_proto != bpf_htons(ETH_P_IP))
        return XDP_PASS;
    if (ip->ttl <= 1)
        return XDP_DROP;
    __be32 subnet = ip->daddr & bpf_htonl(0xffffff00);
    struct hop *hop = bpf_map_lookup_elem(&hops, &subnet);
    if (!hop) {
        struct hop first = { .flags = 1 };
        __builtin_memcpy(first.mac, eth->h_source, ETH_ALEN);
        bpf_map_update_elem(&hops, &subnet, &first, BPF_ANY);
        return XDP_PASS;
    }
    __builtin_memcpy(eth->h_source, eth->h_dest, ETH_ALEN);
    __builtin_memcpy(eth->h_dest, hop->mac, ETH_ALEN);
    hop->flags++;
    __u32 check = ip->check;
    check += bpf_htons(0x0100);
    ip->check = check + (check >= 0xffff);
    ip->ttl--;
    return XDP_TX;
}

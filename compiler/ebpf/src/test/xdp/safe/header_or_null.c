/* Inlined functions that return a header or NULL: the pointer is tested, in its lower half too, and joins with 0. */
#include "../packet.h"

static inline __attribute__((always_inline)) void *header(struct xdp_md *ctx, __u32 offset, __u32 bytes)
{
    void *at = DATA(ctx) + offset;
    return at + bytes <= DATA_END(ctx) ? at : NULL;
}

SEC("xdp")
int header_at(struct xdp_md *ctx)
{
    struct ethhdr *eth = header(ctx, 0, sizeof *eth);
    if (!eth)
        return XDP_DROP;
    if (eth->h_proto != bpf_htons(ETH_P_IP))
        return XDP_PASS;
    struct iphdr *ip = header(ctx, sizeof *eth, sizeof *ip);
    if (!ip)
        return XDP_ABORTED;
    return ip->protocol == IPPROTO_UDP ? XDP_TX : XDP_PASS;
}

static inline __attribute__((always_inline)) struct iphdr *find_ip(struct xdp_md *ctx)
{
    void *end = DATA_END(ctx);
    struct ethhdr *eth = DATA(ctx);
    if (!INSIDE(eth, end))
        return NULL;
    void *next = eth + 1;
    __be16 type = eth->h_proto;
    if (type == bpf_htons(ETH_P_8021Q)) {
        struct vlan_tag *tag = next;
        if (!INSIDE(tag, end))
            return NULL;
        type = tag->type;
        next = tag + 1;
    }
    struct iphdr *ip = next;
    return type == bpf_htons(ETH_P_IP) && INSIDE(ip, end) ? ip : NULL;
}

static inline __attribute__((always_inline)) struct udphdr *find_udp(struct iphdr *ip, void *end)
{
    struct udphdr *udp = (void *)(ip + 1);
    return ip->protocol == IPPROTO_UDP && INSIDE(udp, end) ? udp : NULL;
}

SEC("xdp")
int chain(struct xdp_md *ctx)
{
    struct iphdr *ip = find_ip(ctx);
    struct udphdr *udp = ip ? find_udp(ip, DATA_END(ctx)) : NULL;
    if (!ip)
        return XDP_PASS;
    ip->ttl = 9;
    if (!udp)
        return XDP_DROP;
    return udp->dest == bpf_htons(53) ? XDP_TX : XDP_PASS;
}

struct cursor {
    void *at;
    void *end;
};

static inline __attribute__((always_inline)) void *take(struct cursor *cursor, __u32 bytes)
{
    void *at = cursor->at;
    if (at + bytes > cursor->end)
        return NULL;
    cursor->at = at + bytes;
    return at;
}

SEC("xdp")
int cursor(struct xdp_md *ctx)
{
    struct cursor cursor = { DATA(ctx), DATA_END(ctx) };
    struct ethhdr *eth = take(&cursor, sizeof *eth);
    if (!eth)
        return XDP_PASS;
    struct iphdr *ip = NULL;
    if (eth->h_proto == bpf_htons(ETH_P_IP))
        ip = take(&cursor, sizeof *ip);
    if (!ip || ip->protocol != IPPROTO_UDP)
        return XDP_DROP;
    struct udphdr *udp = take(&cursor, sizeof *udp);
    if (!udp)
        return XDP_ABORTED;
    return udp->dest == bpf_htons(53) ? XDP_TX : XDP_PASS;
}

SEC("xdp")
int data_or_null(struct xdp_md *ctx)
{
    void *data = DATA(ctx), *end = DATA_END(ctx);
    if (!data || !end)
        return XDP_ABORTED;
    struct ethhdr *eth = data;
    struct iphdr *ip = NULL;
    if (INSIDE(eth, end) && eth->h_proto == bpf_htons(ETH_P_IP))
        ip = (void *)(eth + 1);
    if (!ip || !INSIDE(ip, end))
        return XDP_PASS;
    return ip->ttl > 1 ? XDP_TX : XDP_DROP;
}

/* Skips up to three VLAN tags and sends IPv6 back. */
#include "../packet.h"

SEC("xdp")
int vlan_walk(struct xdp_md *ctx)
{
    void *end = DATA_END(ctx);
    struct ethhdr *eth = DATA(ctx);
    if (!INSIDE(eth, end))
        return XDP_DROP;
    __be16 type = eth->h_proto;
    void *next = eth + 1;
    for (int i = 0; i < 3; i++) {
        if (type != bpf_htons(ETH_P_8021Q) && type != bpf_htons(ETH_P_8021AD))
            break;
        struct vlan_tag *tag = next;
        if (!INSIDE(tag, end))
            return XDP_DROP;
        type = tag->type;
        next = tag + 1;
    }
    return type == bpf_htons(ETH_P_IPV6) ? XDP_TX : XDP_PASS;
}

/* Walks IPv6 extension headers and drops ICMPv6. */
#include "../packet.h"

struct extension {
    __u8 next;
    __u8 length;
    __u8 rest[6];
};

SEC("xdp")
int ipv6_extensions(struct xdp_md *ctx)
{
    void *end = DATA_END(ctx);
    struct ethhdr *eth = DATA(ctx);
    struct ipv6hdr *ip = (void *)(eth + 1);
    if (!INSIDE(ip, end) || eth->h_proto != bpf_htons(ETH_P_IPV6))
        return XDP_PASS;
    __u8 next = ip->nexthdr;
    void *at = ip + 1;
    for (int i = 0; i < 4; i++) {
        if (next != IPPROTO_HOPOPTS && next != IPPROTO_ROUTING && next != IPPROTO_DSTOPTS)
            break;
        struct extension *extension = at;
        if (!INSIDE(extension, end))
            return XDP_ABORTED;
        next = extension->next;
        at += (extension->length + 1) * 8;
    }
    return next == IPPROTO_ICMPV6 ? XDP_DROP : XDP_TX;
}

/* Drops TCP to port 23, behind IPv4 headers of any length. */
#include "../packet.h"

SEC("xdp")
int variable_ihl(struct xdp_md *ctx)
{
    void *end = DATA_END(ctx);
    struct ethhdr *eth = DATA(ctx);
    if (!INSIDE(eth, end) || eth->h_proto != bpf_htons(ETH_P_IP))
        return XDP_PASS;
    struct iphdr *ip = (void *)(eth + 1);
    if (!INSIDE(ip, end) || ip->ihl < 5 || ip->protocol != IPPROTO_TCP)
        return XDP_PASS;
    struct tcphdr *tcp = (void *)ip + ip->ihl * 4;
    if (!INSIDE(tcp, end))
        return XDP_ABORTED;
    return tcp->dest == bpf_htons(23) ? XDP_DROP : XDP_PASS;
}

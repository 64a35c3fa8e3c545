/* Drops ARP, sends IPv4 back, aborts what is shorter than an Ethernet header. */
#include "../packet.h"

SEC("xdp")
int verdict_by_type(struct xdp_md *ctx)
{
    struct ethhdr *eth = DATA(ctx);
    if (!INSIDE(eth, DATA_END(ctx)))
        return XDP_ABORTED;
    switch (eth->h_proto) {
    case bpf_htons(ETH_P_ARP):
        return XDP_DROP;
    case bpf_htons(ETH_P_IP):
        return XDP_TX;
    default:
        return XDP_PASS;
    }
}

/* Reads constants that a loader could have set before. */
#include "../packet.h"

const volatile __u16 blocked_port = 53;
const volatile __u64 verdicts = 0x0000000300000001;

SEC("xdp")
int constants(struct xdp_md *ctx)
{
    void *end = DATA_END(ctx);
    struct ethhdr *eth = DATA(ctx);
    struct iphdr *ip = (void *)(eth + 1);
    struct udphdr *udp = (void *)(ip + 1);
    if (!INSIDE(udp, end) || ip->protocol != IPPROTO_UDP)
        return XDP_PASS;
    return bpf_ntohs(udp->dest) == blocked_port ? (__u32)verdicts : verdicts >> 32;
}

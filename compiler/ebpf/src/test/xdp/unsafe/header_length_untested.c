/* expect: E0821 */
#include "../packet.h"

SEC("xdp")
int header_length_untested(struct xdp_md *ctx)
{
    void *end = DATA_END(ctx);
    struct ethhdr *eth = DATA(ctx);
    struct iphdr *ip = (void *)(eth + 1);
    struct tcphdr *fixed = (void *)(ip + 1);
    if (!INSIDE(fixed, end))
        return XDP_PASS;
    struct tcphdr *tcp = (void *)ip + ip->ihl * 4;
    return tcp->dest == bpf_htons(23) ? XDP_DROP : XDP_PASS;
}

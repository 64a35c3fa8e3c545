/* Verifies the IPv4 header checksum in a loop over its words. */
#include "../packet.h"

SEC("xdp")
int header_checksum(struct xdp_md *ctx)
{
    void *end = DATA_END(ctx);
    struct ethhdr *eth = DATA(ctx);
    if (!INSIDE(eth, end) || eth->h_proto != bpf_htons(ETH_P_IP))
        return XDP_PASS;
    struct iphdr *ip = (void *)(eth + 1);
    if (!INSIDE(ip, end))
        return XDP_DROP;
    __u32 words = ip->ihl * 2;
    __u16 *word = (void *)ip;
    __u32 sum = 0;
#pragma clang loop unroll(disable)
    for (__u32 i = 0; i < 30; i++) {
        if (i == words)
            break;
        /* Keeps clang from testing the number of words instead of the pointer. */
        __asm__ volatile("" : "+r"(word));
        if (!INSIDE(word, end))
            return XDP_ABORTED;
        sum += *word++;
    }
    sum = (sum & 0xffff) + (sum >> 16);
    sum = (sum & 0xffff) + (sum >> 16);
    return sum == 0xffff ? XDP_TX : XDP_DROP;
}

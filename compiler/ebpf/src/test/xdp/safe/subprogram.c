/* A function of its own, with pointers to the packet and to the caller's stack. */
#include "../packet.h"

struct parsed {
    __u32 offset;
    __u16 type;
};

static __attribute__((noinline)) int parse(void *data, void *end, struct parsed *parsed)
{
    struct ethhdr *eth = data;
    if (!INSIDE(eth, end))
        return -1;
    parsed->type = bpf_ntohs(eth->h_proto);
    parsed->offset = sizeof *eth;
    return parsed->type == ETH_P_8021Q;
}

SEC("xdp")
int subprogram(struct xdp_md *ctx)
{
    struct parsed parsed = {};
    int tagged = parse(DATA(ctx), DATA_END(ctx), &parsed);
    if (tagged < 0)
        return XDP_ABORTED;
    if (tagged)
        return XDP_TX;
    return parsed.type == ETH_P_ARP && parsed.offset == 14 ? XDP_DROP : XDP_PASS;
}

/* Copies headers to the stack, changes them there in other widths, and writes them back. */
#include "../packet.h"

struct headers {
    struct ethhdr eth;
    struct iphdr ip;
} __attribute__((packed));

SEC("xdp")
int stack_copy(struct xdp_md *ctx)
{
    void *end = DATA_END(ctx);
    struct headers *wire = DATA(ctx);
    if (!INSIDE(wire, end))
        return XDP_PASS;
    volatile struct headers copy;
    __builtin_memcpy((void *)&copy, wire, sizeof copy);
    if (copy.eth.h_proto != bpf_htons(ETH_P_IP))
        return XDP_PASS;
    copy.ip.ttl -= 1;
    copy.eth.h_source[5] ^= copy.eth.h_dest[5];
    copy.ip.saddr += 0x01000000;
    __builtin_memcpy(wire, (void *)&copy, sizeof copy);
    return copy.ip.ttl == 0 ? XDP_DROP : XDP_TX;
}

/* Copies a name of unknown length to the stack, in lower case, and looks it up. */
#include "../packet.h"

struct name {
    char text[16];
    __be16 port;
};

struct {
    __uint(type, BPF_MAP_TYPE_HASH);
    __uint(max_entries, 100);
    __type(key, struct name);
    __type(value, __u32);
} names SEC(".maps");

SEC("xdp")
int domain_names(struct xdp_md *ctx)
{
    void *end = DATA_END(ctx);
    struct ethhdr *eth = DATA(ctx);
    struct iphdr *ip = (void *)(eth + 1);
    struct udphdr *udp = (void *)(ip + 1);
    if (!INSIDE(udp, end) || ip->protocol != IPPROTO_UDP)
        return XDP_PASS;
    struct name key = {};
    char *from = (void *)eth;
    for (int i = 0; i < 15; i++) {
        if (from + 1 > (char *)end)
            break;
        char c = *from++;
        key.text[i] = c >= 'A' && c <= 'Z' ? c | 0x20 : c;
        if (i > 6 && c == 0)
            break;
    }
    key.port = udp->dest;
    __u32 *count = bpf_map_lookup_elem(&names, &key);
    if (!count) {
        __u32 one = 1;
        return bpf_map_update_elem(&names, &key, &one, BPF_NOEXIST) == 0 ? XDP_PASS : XDP_ABORTED;
    }
    __sync_fetch_and_add(count, 1);
    return XDP_DROP;
}

/* Blocks the flows of a table, keyed by the 5-tuple with its padding zeroed. */
#include "../packet.h"

struct flow {
    __be32 src;
    __be32 dst;
    struct ports ports;
    __u8 protocol;
};

struct rule {
    __u32 action;
    __u32 hits;
};

struct {
    __uint(type, BPF_MAP_TYPE_HASH);
    __uint(max_entries, 1024);
    __type(key, struct flow);
    __type(value, struct rule);
} rules SEC(".maps");

SEC("xdp/firewall")
int firewall(struct xdp_md *ctx)
{
    void *end = DATA_END(ctx);
    struct ethhdr *eth = DATA(ctx);
    struct iphdr *ip = (void *)(eth + 1);
    if (!INSIDE(ip, end) || eth->h_proto != bpf_htons(ETH_P_IP))
        return XDP_PASS;
    struct flow key;
    __builtin_memset(&key, 0, sizeof key);
    key.src = ip->saddr;
    key.dst = ip->daddr;
    key.protocol = ip->protocol;
    struct ports *ports = (void *)ip + ip->ihl * 4;
    if (ip->protocol == IPPROTO_TCP || ip->protocol == IPPROTO_UDP) {
        if (!INSIDE(ports, end))
            return XDP_ABORTED;
        key.ports = *ports;
    }
    struct rule *rule = bpf_map_lookup_elem(&rules, &key);
    if (rule) {
        rule->hits += 1;
        return rule->action;
    }
    struct rule learned = { .action = key.ports.dst == bpf_htons(23) ? XDP_DROP : XDP_PASS };
    bpf_map_update_elem(&rules, &key, &learned, BPF_ANY);
    return learned.action;
}

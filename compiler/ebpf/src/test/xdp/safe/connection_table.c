/* Follows TCP connections: SYN enters one, FIN and RST remove it, others must be known. */
#include "../packet.h"

struct connection {
    __be32 client;
    __be32 server;
    struct ports ports;
};

struct {
    __uint(type, BPF_MAP_TYPE_HASH);
    __uint(max_entries, 4);
    __uint(key_size, sizeof(struct connection));
    __uint(value_size, 12);
} connections SEC(".maps");

SEC("xdp")
int connection_table(struct xdp_md *ctx)
{
    void *end = DATA_END(ctx);
    struct ethhdr *eth = DATA(ctx);
    struct iphdr *ip = (void *)(eth + 1);
    if (!INSIDE(ip, end) || eth->h_proto != bpf_htons(ETH_P_IP) || ip->protocol != IPPROTO_TCP)
        return XDP_PASS;
    struct tcphdr *tcp = (void *)ip + (ip->ihl << 2);
    if (!INSIDE(tcp, end))
        return XDP_DROP;
    struct connection key = { ip->saddr, ip->daddr, { tcp->source, tcp->dest } };
    __u32 value[3] = { tcp->seq, tcp->ack_seq, tcp->window };
    if (tcp->syn)
        return bpf_map_update_elem(&connections, &key, value, BPF_NOEXIST) == 0 ? XDP_TX : XDP_ABORTED;
    if (tcp->fin || tcp->rst)
        return bpf_map_delete_elem(&connections, &key) ? XDP_DROP : XDP_PASS;
    return bpf_map_update_elem(&connections, &key, value, BPF_EXIST) ? XDP_DROP : XDP_PASS;
}

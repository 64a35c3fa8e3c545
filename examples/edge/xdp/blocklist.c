/* blocklist.c - drops every IPv4 packet whose source is listed, and counts the hits of each source.
 *
 * The list is loaded from outside (bpftool, `toec run --table`); the program adds to an entry's count atomically and
 * never inserts, so any number of copies may run at once without changing what it means.
 */
#include <linux/bpf.h>
#include <linux/if_ether.h>
#include <linux/ip.h>
#include <bpf/bpf_endian.h>
#include <bpf/bpf_helpers.h>

/* Sources to refuse, in network byte order, and how many of their packets were refused. */
struct {
	__uint(type, BPF_MAP_TYPE_HASH);
	__uint(max_entries, 256);
	__type(key, __be32);
	__type(value, __u64);
} sources SEC(".maps");

SEC("xdp")
int blocklist(struct xdp_md *ctx)
{
	void *data = (void *)(long)ctx->data;
	void *data_end = (void *)(long)ctx->data_end;
	struct ethhdr *eth = data;
	struct iphdr *ip = data + sizeof(*eth);
	__be32 source;
	__u64 *hits;

	if ((void *)(ip + 1) > data_end || eth->h_proto != bpf_htons(ETH_P_IP))
		return XDP_PASS;

	source = ip->saddr;
	hits = bpf_map_lookup_elem(&sources, &source);
	if (!hits)
		return XDP_PASS;

	__sync_fetch_and_add(hits, 1);
	return XDP_DROP;
}

char _license[] SEC("license") = "GPL";

/* groups.c - refuses frames to group addresses (IEEE 802, the lowest bit of the first octet) and counts them by station. */
#include <linux/bpf.h>
#include <linux/if_ether.h>
#include <bpf/bpf_helpers.h>

struct station {
	__u8 address[ETH_ALEN];
};

struct {
	__uint(type, BPF_MAP_TYPE_HASH);
	__uint(max_entries, 16);
	__type(key, struct station);
	__type(value, __u64);
} refused SEC(".maps");

SEC("xdp")
int groups(struct xdp_md *ctx)
{
	void *data = (void *)(long)ctx->data;
	void *data_end = (void *)(long)ctx->data_end;
	struct ethhdr *eth = data;
	struct station from;
	__u64 *count, one = 1;

	if ((void *)(eth + 1) > data_end || !(eth->h_dest[0] & 1))
		return XDP_PASS;
	__builtin_memcpy(from.address, eth->h_source, ETH_ALEN);
	count = bpf_map_lookup_elem(&refused, &from);
	if (count)
		__sync_fetch_and_add(count, 1);
	else
		bpf_map_update_elem(&refused, &from, &one, BPF_ANY);
	return XDP_DROP;
}

char _license[] SEC("license") = "GPL";

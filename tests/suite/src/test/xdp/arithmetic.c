/* arithmetic.c - base instructions at their corners: both widths, shifts, division, byte swaps, on 24 bytes of the packet. */
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>

struct numbers {
	__u64 a, b, result;
};

static __always_inline __u64 mixed(__u64 a, __u64 b)
{
	__u32 x = a, y = b;
	__u64 wide = a * b + (a ^ b) - (a & ~b);
	__u32 narrow = x * y + (x | y) - (y << (x & 31)) + (x >> (y & 31));

	wide += (__u64)((__s64)a >> (b & 63)) + (a << (b & 63)) + (a >> (b & 63));
	narrow += (__u32)((__s32)x >> (y & 31));
	if (b)
		wide ^= a / b + a % b;
	if (y)
		narrow ^= x / y + x % y;
	if ((__s64)a < (__s64)b)
		wide = -wide;
	if ((__s32)x < (__s32)y)
		narrow = -narrow;
	wide += __builtin_bswap64(a) + __builtin_bswap32(y) + __builtin_bswap16((__u16)b);
	return wide ^ ((__u64)narrow << 17);
}

SEC("xdp")
int arithmetic(struct xdp_md *ctx)
{
	void *data_end = (void *)(long)ctx->data_end;
	struct numbers *n = (void *)(long)ctx->data;

	if ((void *)(n + 1) > data_end)
		return XDP_DROP;
	n->result = mixed(n->a, n->b);
	return XDP_PASS;
}

char _license[] SEC("license") = "GPL";

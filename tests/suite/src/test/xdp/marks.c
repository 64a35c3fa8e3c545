/* marks.c - two programs: one adds 1 to the first byte, one doubles it; both let the packet pass, unless it becomes 0. */
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>

SEC("xdp/add")
int add(struct xdp_md *ctx)
{
	void *data_end = (void *)(long)ctx->data_end;
	__u8 *byte = (void *)(long)ctx->data;

	if ((void *)(byte + 1) > data_end)
		return XDP_PASS;
	*byte += 1;
	return *byte ? XDP_PASS : XDP_DROP;
}

SEC("xdp/twice")
int twice(struct xdp_md *ctx)
{
	void *data_end = (void *)(long)ctx->data_end;
	__u8 *byte = (void *)(long)ctx->data;

	if ((void *)(byte + 1) > data_end)
		return XDP_PASS;
	*byte *= 2;
	return *byte ? XDP_PASS : XDP_DROP;
}

char _license[] SEC("license") = "GPL";

/* verdict.c - says what the first four bytes of the packet say, little end first, whether or not that is an action. */
#include <linux/bpf.h>
#include <bpf/bpf_helpers.h>

SEC("xdp")
int verdict(struct xdp_md *ctx)
{
	void *data_end = (void *)(long)ctx->data_end;
	__u32 *code = (void *)(long)ctx->data;

	return (void *)(code + 1) > data_end ? XDP_PASS : *code;
}

char _license[] SEC("license") = "GPL";

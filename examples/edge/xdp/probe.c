/* probe.c - answers UDP probes to the echo port (RFC 862) on the spot: swaps both ends and sends the frame back.
 *
 * Swapping addresses and ports leaves every checksum as it was: a one's complement sum does not depend on the order of
 * its words. Fragments and headers with options go on as they are.
 */
#include <linux/bpf.h>
#include <linux/if_ether.h>
#include <linux/in.h>
#include <linux/ip.h>
#include <linux/udp.h>
#include <bpf/bpf_endian.h>
#include <bpf/bpf_helpers.h>

#define ECHO_PORT 7
#define IP_OFFSET_OR_MORE 0x3fff /* fragment offset and "more fragments" */

static __always_inline int is_probe(const struct ethhdr *eth, const struct iphdr *ip, const struct udphdr *udp)
{
	return eth->h_proto == bpf_htons(ETH_P_IP) && ip->version == 4 && ip->ihl == 5 && ip->protocol == IPPROTO_UDP &&
	       !(ip->frag_off & bpf_htons(IP_OFFSET_OR_MORE)) && udp->dest == bpf_htons(ECHO_PORT) &&
	       udp->source != bpf_htons(ECHO_PORT);
}

static __always_inline void swap_macs(struct ethhdr *eth)
{
	__u16 *to = (__u16 *)eth->h_dest, *from = (__u16 *)eth->h_source;
	int i;

#pragma unroll
	for (i = 0; i < ETH_ALEN / 2; i++) {
		__u16 word = to[i];

		to[i] = from[i];
		from[i] = word;
	}
}

SEC("xdp")
int probe(struct xdp_md *ctx)
{
	void *data_end = (void *)(long)ctx->data_end;
	struct ethhdr *eth = (void *)(long)ctx->data;
	struct iphdr *ip = (void *)(eth + 1);
	struct udphdr *udp = (void *)(ip + 1);
	__be32 address;
	__be16 port;

	if ((void *)(udp + 1) > data_end || !is_probe(eth, ip, udp))
		return XDP_PASS;

	swap_macs(eth);
	address = ip->saddr;
	ip->saddr = ip->daddr;
	ip->daddr = address;
	port = udp->source;
	udp->source = udp->dest;
	udp->dest = port;
	return XDP_TX;
}

char _license[] SEC("license") = "GPL";

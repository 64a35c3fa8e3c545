/* Headers and tests shared by the programs of this corpus. */
#pragma once

#include <linux/bpf.h>
#include <linux/if_ether.h>
#include <linux/in.h>
#include <linux/ip.h>
#include <linux/ipv6.h>
#include <linux/tcp.h>
#include <linux/udp.h>

#include <bpf/bpf_endian.h>
#include <bpf/bpf_helpers.h>

#define DATA(ctx) ((void *)(long)(ctx)->data)
#define DATA_END(ctx) ((void *)(long)(ctx)->data_end)
/* Whether a whole *p lies in the packet. */
#define INSIDE(p, end) ((void *)((p) + 1) <= (end))

struct vlan_tag {
    __be16 tci;
    __be16 type;
};

struct ports {
    __be16 src;
    __be16 dst;
};

/* Division, remainder, shifts and signed comparisons on what the packet says, in 32 and 64 bits. */
#include "../packet.h"

SEC("xdp")
int arithmetic(struct xdp_md *ctx)
{
    __u64 *words = DATA(ctx);
    if ((void *)(words + 4) > DATA_END(ctx))
        return XDP_PASS;
    __u64 a = words[0], b = words[1];
    __u32 c = words[2], d = words[3];
    words[0] = a / (b & 0xff) + a % (b >> 7);
    words[1] = (a * b) ^ (a >> (b & 63)) ^ (b << (a & 63)) ^ ((__s64)a >> (c & 63));
    words[2] = ((__u64)(c / (d & 15)) << 32) | ((c % (d | 1)) ^ (__u32)((__s32)c >> (d & 31)));
    words[3] = -(__s64)a + (__s64)(__s32)c - (__s8)d + (__s16)c;
    if ((__s64)a < (__s64)b)
        return (__s32)c < (__s32)d ? XDP_TX : XDP_DROP;
    return (__s32)c > -5 ? XDP_PASS : XDP_ABORTED;
}

/* Indexes an array on the stack by a number from the packet, and a table of constants. */
#include "../packet.h"

const volatile __u8 verdicts[16] = { 2, 1, 3, 2, 0, 2, 1, 1, 3, 3, 2, 2, 1, 0, 2, 3 };

SEC("xdp")
int stack_array(struct xdp_md *ctx)
{
    __u8 *data = DATA(ctx);
    if (data + 13 > (__u8 *)DATA_END(ctx))
        return XDP_PASS;
    volatile __u8 copy[12];
    __builtin_memcpy((void *)copy, data + 1, sizeof copy);
    volatile __u8 *at = copy;
    /* Keeps clang from joining address and index by `|`, which Linux refuses. */
    __asm__ volatile("" : "+r"(at));
    at[data[11] & 7] += 5;
    __u8 chosen = at[*data & 7];
    data[12] = chosen;
    return verdicts[(chosen ^ data[5]) & 15];
}

/* expect: E0831 */
#include "../packet.h"

SEC("xdp")
int number_as_pointer(struct xdp_md *ctx)
{
    return *(volatile __u32 *)0x1000 ? XDP_DROP : XDP_PASS;
}

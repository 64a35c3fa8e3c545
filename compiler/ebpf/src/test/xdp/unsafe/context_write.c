/* expect: E0834 */
#include "../packet.h"

SEC("xdp")
int context_write(struct xdp_md *ctx)
{
    ctx->data = 0;
    return XDP_PASS;
}

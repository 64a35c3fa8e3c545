/* expect: E0804 */
#include "../packet.h"

SEC("socket")
int no_program(struct __sk_buff *skb)
{
    return 0;
}

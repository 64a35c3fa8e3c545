/* expect: E0812 atomic_xchg */
#include "../packet.h"

struct {
    __uint(type, BPF_MAP_TYPE_HASH);
    __uint(max_entries, 16);
    __type(key, __u32);
    __type(value, __u64);
} locks SEC(".maps");

SEC("xdp")
int other_atomic(struct xdp_md *ctx)
{
    __u32 key = 1;
    __u64 *value = bpf_map_lookup_elem(&locks, &key);
    if (value && __sync_lock_test_and_set(value, 1))
        return XDP_DROP;
    return XDP_PASS;
}

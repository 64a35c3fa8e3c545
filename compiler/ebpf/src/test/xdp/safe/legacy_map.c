/*
 * The older way to define a map, which prebuilt objects still use. libbpf does not load it any more: with BTF_MAPS the
 * same program is built in the newer way, for the kernel.
 */
#include "../packet.h"

#ifdef BTF_MAPS
struct {
    __uint(type, BPF_MAP_TYPE_HASH);
    __uint(max_entries, 16);
    __type(key, __u32);
    __type(value, __u32);
} lengths SEC(".maps");
#else
struct bpf_map_def {
    __u32 type, key_size, value_size, max_entries, map_flags;
};

struct bpf_map_def SEC("maps") lengths = {
    .type = BPF_MAP_TYPE_HASH, .key_size = 4, .value_size = 4, .max_entries = 16
};
#endif

SEC("xdp_lengths")
int legacy_map(struct xdp_md *ctx)
{
    __u32 length = DATA_END(ctx) - DATA(ctx);
    __u32 bucket = length / 64;
    __u32 *count = bpf_map_lookup_elem(&lengths, &bucket);
    if (count) {
        *count += 1;
        return *count > 3 ? XDP_DROP : XDP_PASS;
    }
    __u32 one = 1;
    bpf_map_update_elem(&lengths, &bucket, &one, BPF_ANY);
    return XDP_PASS;
}

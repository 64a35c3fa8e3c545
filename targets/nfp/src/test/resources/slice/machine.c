#include "machine.h"
#include "slice_work.h"

#define SECTION(name) { __start_##name, __stop_##name }
#define ROLE_SECTIONS(role) \
    extern char __start_toe_shared_##role[] __attribute__((weak)), __stop_toe_shared_##role[] __attribute__((weak)); \
    extern char __start_toe_data_##role[] __attribute__((weak)), __stop_toe_data_##role[] __attribute__((weak)); \
    extern char __start_toe_zeroed_##role[] __attribute__((weak)), __stop_toe_zeroed_##role[] __attribute__((weak)); \
    int role##_main(void)

ROLE_SECTIONS(receive);
ROLE_SECTIONS(pre);
ROLE_SECTIONS(count);

static const struct role roles[] = {
    {"receive", receive_main, 1, 1, SECTION(toe_shared_receive), SECTION(toe_data_receive), SECTION(toe_zeroed_receive)},
    {"Pre", pre_main, 1, 4, SECTION(toe_shared_pre), SECTION(toe_data_pre), SECTION(toe_zeroed_pre)},
    {"Count", count_main, 1, 1, SECTION(toe_shared_count), SECTION(toe_data_count), SECTION(toe_zeroed_count)},
    {0}
};
static const struct port ports[] = {{"p", 1}, {0}};
static const struct counter drops[] = {{"runt", drop_runt}, {0}};
static const struct counter counters[] = {{"Pre.stripped", pre_stripped}, {"Count.bytes", count_bytes}, {0}};
static const struct table tables[] = {{0}};
const struct machine machine = {"slice", roles, ports, drops, counters, tables, 1, 8192};

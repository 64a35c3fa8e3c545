/* One role on two contexts, one port, one queue, one reorder context. */
#include "machine.h"

#include "queue.h"

TOE_ROLE(sample);

static const struct role roles[] = {
    TOE_ROLE_ENTRY(sample, "Sample", 1, CONTEXTS),
    TOE_ROLE_END
};
static const struct port ports[] = { { "wire", 1 }, { 0, 0 } };
static const struct counter counters[] = { { 0, 0 } };
static const struct table tables[] = { { 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0 } };

const struct machine machine = {
    "sample", roles, ports, counters, counters, tables, 1, 16
};

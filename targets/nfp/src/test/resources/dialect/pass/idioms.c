/**
 * What emitted firmware looks like. A comment may speak of float, __asm and
 * malloc(), and of x / y.
 */
#include <nfp.h>

#define SHIFTED(words, at) ((words)[(at) + 1] >> 24)
#define EMPTY

enum mode { MODE_ONE, MODE_TWO };

struct item {
    uint32_t sequence;
    union {
        struct {
            uint32_t high;
            uint32_t low;
        };
        uint32_t raw[2];
    };
};

typedef struct item item_t;

static __lmem struct item item;
static __shared __lmem uint64_t sum = 78187493530ull;
static const uint32_t powers[4] = { 1, 2, 4, 8 };

/** Quotient; 0 where `y` is 0. */
static __inline uint32_t
quotient(uint32_t x, uint32_t y)
{
    return y == 0 ? 0 : x / y; /* slow: software division */
}

/** Remainder; `x` where `y` is 0. */
static uint32_t
remainder(uint32_t x, uint32_t y)
{
    return y != 0 ? x % y : x; /* slow: software division */
}

static __mem40 void *
find(uint32_t key, __mem40 void *table)
{
    __xread uint32_t slot[3];
    __lmem uint32_t words[MODE_TWO + 2];
    item_t copy;
    uint32_t i;

    words[0] = key;
    copy.sequence = words[0];
    for (i = 0; i < 8; i++) {
        uint64_t wide;

        mem_read32(slot, table, sizeof(slot));
        wide = (uint64_t)slot[0] << 32 | slot[1];
        sum += wide >> (i & 63);
        if (slot[2] == (copy.sequence >> (i & 31)))
            return table;
    }
    do {
        i -= quotient(i, remainder(powers[i & 3], 3)) / 2 + 1;
    } while (i > 4);
    switch (i) {
    case MODE_ONE:
        goto out;
    default: {
        uint8_t last;

        last = (uint8_t)(i % 16);
        item.low = (uint32_t)last << 24;
        break;
    }
    }
out:
    return 0;
}

int
main(void)
{
    for (;;)
        if (find(1, 0) == 0)
            ctx_swap();
}

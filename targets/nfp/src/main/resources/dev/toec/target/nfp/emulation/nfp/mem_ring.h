/**
 * Queues of memory units (MU): rings that hold words, and work queues, which
 * hand work to waiting threads.
 */
#ifndef NFP_MEM_RING_H
#define NFP_MEM_RING_H

#include <nfp.h>

/** Island bits of a queue's memory unit. */
typedef unsigned int mem_ring_addr_t;

/** Queues of one memory unit. */
#define NFP_MU_QUEUES 1024

/** The memory unit that holds all queues: EMEM 0. */
#define NFP_EMEM0_ISLAND 24

/**
 * Makes a queue called `name` of `bytes` bytes of EMEM 0, a power of two; once
 * for all roles that say so.
 */
#define MEM_RING_INIT(name, bytes)                                           \
    EMEM_ALLOC(name##_mem, bytes, bytes);                                    \
    extern const struct emu_ring name##_ring;                                \
    __attribute__((weak, section("toe_rings")))                              \
    const struct emu_ring name##_ring = { bytes, name##_mem, #name }

/** What MEM_RING_INIT leaves for the start of the machine. */
struct emu_ring {
    size_t bytes;          /**< size, a power of two */
    unsigned char *memory; /**< what holds the words */
    const char *name;      /**< for messages */
} __attribute__((aligned(32))); /* no gaps where the linker lines them up */

/** Number the linker gave to a queue. */
unsigned int emu_ring_number(const struct emu_ring *ring);

/** Number of the queue called `name`. */
#define MEM_RING_GET_NUM(name) emu_ring_number(&name##_ring)

/** Where the queue called `name` lies. */
#define MEM_RING_GET_MEMADDR(name) ((mem_ring_addr_t)NFP_EMEM0_ISLAND << 24)

/**
 * Appends `size` bytes, at most 64, to a ring.
 *
 * @return the number of words in the ring before, or -1 when they do not fit
 */
int mem_ring_put(unsigned int rnum, mem_ring_addr_t raddr, __xrw void *data, const size_t size);

/**
 * Takes `size` bytes, at most 64, from a ring.
 *
 * @return 0, or -1 when it holds fewer
 */
int mem_ring_get(unsigned int rnum, mem_ring_addr_t raddr, __xread void *data, const size_t size);

/** Waits in a work queue; `data` holds the work once `sig` is raised. */
void __mem_workq_add_thread(unsigned int rnum, mem_ring_addr_t raddr, __xread void *data, size_t size, const size_t max_size, sync_t sync, SIGNAL *sig);

/** Waits in a work queue for `size` bytes of work. */
void mem_workq_add_thread(unsigned int rnum, mem_ring_addr_t raddr, __xread void *data, const size_t size);

/** Hands `size` bytes of work to a work queue; overflow is not reported. */
void __mem_workq_add_work(unsigned int rnum, mem_ring_addr_t raddr, __xwrite void *data, size_t size, const size_t max_size, sync_t sync, SIGNAL *sig);

/** Hands `size` bytes of work to a work queue and waits until it is there. */
void mem_workq_add_work(unsigned int rnum, mem_ring_addr_t raddr, __xwrite void *data, const size_t size);

#endif

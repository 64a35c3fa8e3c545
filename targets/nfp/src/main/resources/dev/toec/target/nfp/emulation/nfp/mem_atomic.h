/**
 * Atomic operations of memory units (MU).
 *
 * Words that these touch are 4-byte aligned, doublewords 8-byte aligned.
 */
#ifndef NFP_MEM_ATOMIC_H
#define NFP_MEM_ATOMIC_H

#include <nfp.h>

/** Adds 1 to the word at `addr`; nobody waits for it. */
void mem_incr32(__mem40 void *addr);

/** Adds 1 to the doubleword at `addr`; nobody waits for it. */
void mem_incr64(__mem40 void *addr);

/** Adds the words of `data` to those at `addr`, each on its own. */
void __mem_add32(__xwrite void *data, __mem40 void *addr, size_t size,
    const size_t max_size, sync_t sync, SIGNAL *sig);

/** Adds the words of `data` to those at `addr` and waits until it is done. */
void mem_add32(__xwrite void *data, __mem40 void *addr, const size_t size);

/** Adds the doublewords of `data` to those at `addr`, each on its own. */
void __mem_add64(__xwrite void *data, __mem40 void *addr, size_t size,
    const size_t max_size, sync_t sync, SIGNAL *sig);

/** Adds the doublewords of `data` to those at `addr` and waits until it is done. */
void mem_add64(__xwrite void *data, __mem40 void *addr, const size_t size);

/** Adds the words of `data` to those at `addr`; `data` receives what was there. */
void mem_test_add(__xrw void *data, __mem40 void *addr, size_t size);

/**
 * Subtracts the words of `data` from those at `addr`, down to 0 at most;
 * `data` receives what was there.
 */
void mem_test_subsat(__xrw void *data, __mem40 void *addr, size_t size);

/** Exchanges the words of `data` and those at `addr`. */
void mem_swap(__xrw void *data, __mem40 void *addr, size_t size);

/**
 * Writes word `data[1]` at `addr` where the bytes of the word there that
 * `byte_mask` selects (bit 0: lowest address) equal those of `data[0]`;
 * `data[0]` receives what was there.
 */
void mem_test_cmp_write(__xrw void *data, __mem40 void *addr, unsigned int byte_mask, size_t size);

#endif

/**
 * Bulk reads and writes of memory units (MU): external memory, CTM.
 *
 * Memory is big-endian: the byte at the lowest address is the most significant
 * of the first transfer register. Addresses need no alignment. Commands of 64
 * and 32 bits move up to 128 bytes, those of 8 bits up to 32; `size` is a
 * multiple of 8, 4 or 1.
 */
#ifndef NFP_MEM_BULK_H
#define NFP_MEM_BULK_H

#include <nfp.h>

/** Reads `size` bytes at `addr`; `data` holds them once `sig` is raised. */
void __mem_read64(__xread void *data, __mem40 void *addr, size_t size,
    const size_t max_size, sync_t sync, SIGNAL *sig);

/** Reads `size` bytes at `addr` and waits for them. */
void mem_read64(__xread void *data, __mem40 void *addr, const size_t size);

/** Reads `size` bytes at `addr`; `data` holds them once `sig` is raised. */
void __mem_read32(__xread void *data, __mem40 void *addr, size_t size,
    const size_t max_size, sync_t sync, SIGNAL *sig);

/** Reads `size` bytes at `addr` and waits for them. */
void mem_read32(__xread void *data, __mem40 void *addr, const size_t size);

/**
 * Reads `size` bytes at `addr`; `data` holds them once `sig` is raised. The
 * bytes of the last register behind `size` are junk.
 */
void __mem_read8(__xread void *data, __mem40 void *addr, size_t size,
    const size_t max_size, sync_t sync, SIGNAL *sig);

/** Reads `size` bytes at `addr` and waits for them. */
void mem_read8(__xread void *data, __mem40 void *addr, const size_t size);

/** Writes `size` bytes at `addr`; `data` is free again once `sig` is raised. */
void __mem_write64(__xwrite void *data, __mem40 void *addr, size_t size,
    const size_t max_size, sync_t sync, SIGNAL *sig);

/** Writes `size` bytes at `addr` and waits until they are there. */
void mem_write64(__xwrite void *data, __mem40 void *addr, const size_t size);

/** Writes `size` bytes at `addr`; `data` is free again once `sig` is raised. */
void __mem_write32(__xwrite void *data, __mem40 void *addr, size_t size,
    const size_t max_size, sync_t sync, SIGNAL *sig);

/** Writes `size` bytes at `addr` and waits until they are there. */
void mem_write32(__xwrite void *data, __mem40 void *addr, const size_t size);

/** Writes `size` bytes at `addr`; `data` is free again once `sig` is raised. */
void __mem_write8(__xwrite void *data, __mem40 void *addr, size_t size,
    const size_t max_size, sync_t sync, SIGNAL *sig);

/** Writes `size` bytes at `addr` and waits until they are there. */
void mem_write8(__xwrite void *data, __mem40 void *addr, const size_t size);

#endif

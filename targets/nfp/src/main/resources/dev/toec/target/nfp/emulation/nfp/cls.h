/**
 * Cluster local scratch (CLS) of an island.
 */
#ifndef NFP_CLS_H
#define NFP_CLS_H

#include <nfp.h>

/** Reads `size` bytes at `addr`; `data` holds them once `sig` is raised. */
void __cls_read(__xread void *data, __cls void *addr, size_t size,
    const size_t max_size, sync_t sync, SIGNAL *sig);

/** Reads `size` bytes at `addr` and waits for them. */
void cls_read(__xread void *data, __cls void *addr, const size_t size);

/** Writes `size` bytes at `addr`; `data` is free again once `sig` is raised. */
void __cls_write(__xwrite void *data, __cls void *addr, size_t size,
    const size_t max_size, sync_t sync, SIGNAL *sig);

/** Writes `size` bytes at `addr` and waits until they are there. */
void cls_write(__xwrite void *data, __cls void *addr, const size_t size);

/** Adds the words of `data` to those at `addr`; `data` receives what was there. */
void cls_test_add(__xrw void *data, __cls void *addr, size_t size);

/** Adds 1 to the word at `addr`; nobody waits for it. */
void cls_incr(__cls void *addr);

#endif

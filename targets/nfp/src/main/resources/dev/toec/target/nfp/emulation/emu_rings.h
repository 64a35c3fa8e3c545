/**
 * What other engines and the end of a run need of work queues.
 */
#ifndef EMU_RINGS_H
#define EMU_RINGS_H

#include <stddef.h>
#include <stdint.h>

/** Adds work to queue `rnum`; faults when it overflows. */
void emu_workq_add_work(unsigned int rnum, const uint32_t *words, size_t bytes);

/** Faults when a queue is not empty. */
void emu_rings_check(void);

#endif

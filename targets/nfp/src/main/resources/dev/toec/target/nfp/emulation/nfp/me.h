/**
 * The microengine itself: contexts, time.
 */
#ifndef NFP_ME_H
#define NFP_ME_H

#include <nfp.h>

/** Number of the context that runs, 0 to 7. */
unsigned int ctx(void);

/** Number of the microengine that runs, counted over the whole machine. */
unsigned int emu_me(void);

/** Lets another context run. `ctx_swap` without parentheses stays the enumerator. */
void emu_ctx_swap(void);

#define ctx_swap() emu_ctx_swap()

/** Virtual time in ticks of 16 cycles. */
uint64_t me_tsc_read(void);

/**
 * Lets other contexts run for `cycles`.
 *
 * @param cycles less than 2^20
 */
void emu_sleep(unsigned int cycles);

#define sleep(cycles) emu_sleep(cycles)

#endif

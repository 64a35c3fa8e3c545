/**
 * The course of a run.
 */
#ifndef EMU_SCHEDULE_H
#define EMU_SCHEDULE_H

#include <stdint.h>

/**
 * Runs until every frame is received and nothing can go on.
 *
 * @param seed 0: contexts in turn, commands by latency; otherwise contexts
 *     and commands in an order drawn from it
 */
void schedule_run(uint64_t seed);

#endif

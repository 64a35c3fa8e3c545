/**
 * The global reorder block.
 */
#ifndef EMU_GRO_H
#define EMU_GRO_H

/** Faults when a reorder context still waits for a number. */
void gro_check(void);

#endif

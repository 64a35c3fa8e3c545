/**
 * Work items of program slice.
 */
#ifndef SLICE_WORK_H
#define SLICE_WORK_H

#include "toe_item.h"

/** In ports of stage Count. */
#define COUNT_FRAME 0

MEM_RING_INIT(count_work, 65536);
MEM_RING_INIT(pre_work, 65536);

#define PRE_FRAME 0

EMEM_ALLOC(drop_runt, 8, 8);
EMEM_ALLOC(pre_stripped, 8, 8);
EMEM_ALLOC(count_bytes, 8, 8);

#endif

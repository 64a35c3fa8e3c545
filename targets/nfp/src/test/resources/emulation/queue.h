#ifndef QUEUE_H
#define QUEUE_H

#include "toe_item.h"

#define CONTEXTS 2

MEM_RING_INIT(sample_work, 256);
EMEM_ALLOC(memory, 64, 64);

#endif

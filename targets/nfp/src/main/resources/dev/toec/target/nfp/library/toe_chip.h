/**
 * The chip's library, and how memory of the whole chip is named.
 */
#ifndef TOE_CHIP_H
#define TOE_CHIP_H

#include <nfp.h>
#include <nfp/me.h>
#include <nfp/mem_atomic.h>
#include <nfp/mem_bulk.h>
#include <nfp/mem_ring.h>
#include <pkt/pkt.h>
#include <gro/gro_cli.h>
#include <std/hash.h>

#ifdef __NFP_TOOL_NFCC

#include <stdint.h>

/** Reserves `size` bytes of external memory, once for all MEs that name it. */
#define EMEM_ALLOC(name, size, align) \
    _NFP_CHIPRES_ASM(.alloc_mem name emem global size align)

/** Address of what EMEM_ALLOC reserved. */
#define EMEM_ADDRESS(name) ((__mem40 void *)__link_sym(#name))

#endif

/** A truth value; Micro-C has no type of its own for it. */
typedef unsigned char bool;

#define false 0
#define true 1

#endif

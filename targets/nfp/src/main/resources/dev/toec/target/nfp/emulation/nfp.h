/**
 * Storage qualifiers and types of Micro-C, as the vendor's nfp.h declares
 * them, for a host compiler: qualifiers expand to nothing, memories are plain
 * host memory that holds big-endian images.
 *
 * Objects that all contexts of a microengine share go to a section of their
 * own; every other file-scope object of a role exists once per context. The
 * build renames the sections of a role, see images.h.
 */
#ifndef NFP_H
#define NFP_H

#include <stddef.h>
#include <stdint.h>

#define __gpr
#define __xread
#define __xwrite
#define __xrw
#define __lmem
#define __cls
#define __ctm
#define __imem
#define __emem
#define __mem
#define __mem40
#define __mem32
#define __addr32
#define __addr40
#define __align8 __attribute__((aligned(8)))

/** A function that is always expanded where it is called. */
#define __intrinsic __inline

/** One copy for all contexts of a microengine. */
#define __shared __attribute__((section("toe_shared")))

/** How an asynchronous command tells that it is done. */
typedef enum sync_t { sig_done, ctx_swap } sync_t;

/** An event a context waits for; known by its address. */
typedef struct SIGNAL {
    unsigned int raised; /**< Owned by the emulation. */
} SIGNAL;

/**
 * Waits for every signal in a list that ends with a null pointer, then
 * lowers them.
 */
void emu_wait_for_all(SIGNAL *first, ...);

#define __wait_for_all(...) emu_wait_for_all(__VA_ARGS__, (SIGNAL *)0)

/** Says that hardware writes `x` behind the compiler's back. */
#define __implicit_write(x) ((void)(x))

/** Says that hardware reads `x` behind the compiler's back. */
#define __implicit_read(x) ((void)(x))

/**
 * Reserves `size` bytes of external memory under `name`, once for all roles
 * that say so.
 */
#define EMEM_ALLOC(name, size, align)                                    \
    extern unsigned char name[size];                                         \
    __attribute__((weak, section("toe_emem"), aligned(align)))               \
    unsigned char name[size]

/** Address of what EMEM_ALLOC reserved. */
#define EMEM_ADDRESS(name) ((__mem40 void *)(name))

#endif

/**
 * What the address sanitizer must know: switches of stacks, and transfer
 * registers that must not be touched. Nothing without it.
 */
#ifndef EMU_SANITIZER_H
#define EMU_SANITIZER_H

#include <stddef.h>

#if defined(__SANITIZE_ADDRESS__)
#define EMU_ADDRESS_SANITIZER 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define EMU_ADDRESS_SANITIZER 1
#endif
#endif

#define NO_SANITIZE __attribute__((no_sanitize("address"), noinline))

/** Announces a switch from the scheduler's stack to that of a context. */
void sanitizer_leave(void **fake_stack, const void *stack, size_t bytes);

/** Announces a switch from a context's stack to the scheduler's. */
void sanitizer_leave_for_scheduler(void **fake_stack);

/** Says that the announced switch has happened. */
void sanitizer_arrived(void *fake_stack);

/** Forbids any access to `size` bytes at `data`. */
void sanitizer_forbid(void *data, size_t size);

/** Allows it again. */
void sanitizer_allow(void *data, size_t size);

#endif

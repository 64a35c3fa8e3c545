#include "sanitizer.h"

#ifdef EMU_ADDRESS_SANITIZER

#include <sanitizer/asan_interface.h>
#include <sanitizer/common_interface_defs.h>

static const void *scheduler_stack;
static size_t scheduler_bytes;

void sanitizer_leave(void **fake_stack, const void *stack, size_t bytes)
{
    __sanitizer_start_switch_fiber(fake_stack, stack, bytes);
}

void sanitizer_leave_for_scheduler(void **fake_stack)
{
    __sanitizer_start_switch_fiber(fake_stack, scheduler_stack, scheduler_bytes);
}

void sanitizer_arrived(void *fake_stack)
{
    const void *stack;
    size_t bytes;

    __sanitizer_finish_switch_fiber(fake_stack, &stack, &bytes);
    /* Only a context that starts or goes on comes from the scheduler; the
     * scheduler itself comes from a context, whose stack it does not keep. */
    if (scheduler_stack == NULL) {
        scheduler_stack = stack;
        scheduler_bytes = bytes;
    }
}

void sanitizer_forbid(void *data, size_t size)
{
    ASAN_POISON_MEMORY_REGION(data, size);
}

void sanitizer_allow(void *data, size_t size)
{
    ASAN_UNPOISON_MEMORY_REGION(data, size);
}

#else

void sanitizer_leave(void **fake_stack, const void *stack, size_t bytes)
{
    (void)fake_stack;
    (void)stack;
    (void)bytes;
}

void sanitizer_leave_for_scheduler(void **fake_stack)
{
    (void)fake_stack;
}

void sanitizer_arrived(void *fake_stack)
{
    (void)fake_stack;
}

void sanitizer_forbid(void *data, size_t size)
{
    (void)data;
    (void)size;
}

void sanitizer_allow(void *data, size_t size)
{
    (void)data;
    (void)size;
}

#endif

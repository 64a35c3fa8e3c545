#include "signals.h"

#include <stdarg.h>
#include <stddef.h>

#include "fault.h"

/** The slot that `signal` has, or the first free one for null, or none. */
static struct signal_slot *find(struct context *context, const SIGNAL *signal)
{
    unsigned int i;

    for (i = 0; i < SIGNALS_PER_CONTEXT; i++)
        if (context->signals[i].signal == signal)
            return &context->signals[i];
    return NULL;
}

void signal_expect(struct context *context, SIGNAL *signal)
{
    struct signal_slot *slot;

    if (find(context, signal) != NULL)
        fault("a signal is used again before it was waited for");
    slot = find(context, NULL);
    if (slot == NULL)
        fault("more than %d signals are in use", SIGNALS_PER_CONTEXT);
    slot->signal = signal;
    slot->raised = false;
}

void signal_raise(struct context *context, SIGNAL *signal)
{
    find(context, signal)->raised = true;
}

/** Adds `signal` to what the running context waits for. */
static void await(struct context *context, const SIGNAL *signal)
{
    const struct signal_slot *slot = find(context, signal);

    if (slot == NULL)
        fault("waits for a signal that nothing will raise");
    context->awaited |= 1U << (slot - context->signals);
}

/** Frees the slots of the signals that were waited for. */
static void lower_awaited(struct context *context)
{
    unsigned int i;

    for (i = 0; i < SIGNALS_PER_CONTEXT; i++)
        if (context->awaited >> i & 1)
            context->signals[i].signal = NULL;
    context->awaited = 0;
}

void emu_wait_for_all(SIGNAL *first, ...)
{
    struct context *context = context_running();
    va_list rest;
    SIGNAL *signal;

    va_start(rest, first);
    for (signal = first; signal != NULL; signal = va_arg(rest, SIGNAL *))
        await(context, signal);
    va_end(rest);
    context->waiting = true;
    context_yield();
    lower_awaited(context);
}

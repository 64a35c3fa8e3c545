#include "fault.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

#include "context.h"

/** Prints the message, and where the firmware stood. */
static void print_fault(const char *format, va_list arguments)
{
    const struct context *context = context_running();

    fprintf(stderr, "error: ");
    if (context != NULL)
        fprintf(stderr, "%s, ME %u, context %u: ", context->role->name, context->me->number, context->number);
    vfprintf(stderr, format, arguments);
    fprintf(stderr, "\n");
    fflush(NULL);
}

_Noreturn void fault(const char *format, ...)
{
    va_list arguments;

    va_start(arguments, format);
    print_fault(format, arguments);
    va_end(arguments);
    /* Not exit(): this may be a context's stack, which must not be unwound. */
    _Exit(1);
}

_Noreturn void usage_fault(const char *format, ...)
{
    va_list arguments;

    va_start(arguments, format);
    print_fault(format, arguments);
    va_end(arguments);
    _Exit(2);
}

/**
 * @file fail.c
 * The ways a program gives up.
 */
#include "toe/fail.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>

/** Prints a message and ends the process with @p code. */
static _Noreturn void
end(int code, const char *format, va_list arguments)
{
    fputs("error: ", stderr);
    vfprintf(stderr, format, arguments);
    fputc('\n', stderr);
    fflush(stderr);
    _Exit(code);
}

void
toe_fail(const char *format, ...)
{
    va_list arguments;

    va_start(arguments, format);
    end(TOE_EXIT_FAULT, format, arguments);
}

void
toe_fail_usage(const char *format, ...)
{
    va_list arguments;

    va_start(arguments, format);
    end(TOE_EXIT_USAGE, format, arguments);
}

void *
toe_allocate(size_t count, size_t size)
{
    void *memory = calloc(count, size);

    if (memory == NULL)
        toe_fail("out of memory: %zu objects of %zu bytes", count, size);
    return memory;
}

void
toe_release(void *memory)
{
    free(memory);
}

/**
 * @file fail.h
 * The ways a program gives up: a message on standard error and the exit code scripts rely on.
 */
#ifndef TOE_FAIL_H
#define TOE_FAIL_H

#include <stddef.h>

/** Exit codes. */
enum {
    TOE_EXIT_FAULT = 1, /**< the input is at fault, or the program cannot go on */
    TOE_EXIT_USAGE = 2  /**< the command line makes no sense */
};

/** Ends the process with TOE_EXIT_FAULT and a message made as by printf. */
_Noreturn void toe_fail(const char *format, ...) __attribute__((format(printf, 1, 2)));

/** Ends the process with TOE_EXIT_USAGE and a message made as by printf. */
_Noreturn void toe_fail_usage(const char *format, ...) __attribute__((format(printf, 1, 2)));

/** @p count zeroed objects of @p size bytes; ends the process when memory is exhausted. */
void *toe_allocate(size_t count, size_t size);

/** Gives back what toe_allocate() gave. */
void toe_release(void *memory);

#endif /* TOE_FAIL_H */

/**
 * Microengines and their contexts: coroutines that give way only where the
 * chip's contexts do, at waits and `ctx_swap()`.
 */
#ifndef EMU_CONTEXT_H
#define EMU_CONTEXT_H

#include <stdbool.h>
#include <stdint.h>
#include <ucontext.h>

#include "machine.h"

/** Contexts of a microengine. */
#define CONTEXTS_PER_ME 8

/** Signals of a context; the chip keeps number 0 for itself. */
#define SIGNALS_PER_CONTEXT 15

struct SIGNAL;

/** One of a context's signals. */
struct signal_slot {
    struct SIGNAL *signal; /**< whose it is, null where it is free */
    bool raised;
};

/** What the contexts of a microengine share. */
struct microengine {
    unsigned int number;
    struct context *contexts[CONTEXTS_PER_ME];
    unsigned int last;      /**< context that ran last */
    char *shared;           /**< image of the role's shared objects */
};

/** A thread of a microengine. */
struct context {
    const struct role *role;
    struct microengine *me;
    unsigned int number;
    ucontext_t registers;
    char *stack;
    void *fake_stack;       /**< of the address sanitizer */
    struct signal_slot signals[SIGNALS_PER_CONTEXT];
    bool waiting;           /**< for the raised ones of `awaited` */
    unsigned int awaited;   /**< mask of slots */
    char *data;             /**< image of the role's unshared objects */
    char *zeroed;           /**< likewise, those that begin as zero */
};

/** Makes the contexts of every role of the machine. */
void contexts_start(void);

/** The context that runs, null outside of all. */
struct context *context_running(void);

/** Gives way to the scheduler until this context is chosen again. */
void context_yield(void);

/** How many contexts could go on. */
unsigned int contexts_ready(void);

/**
 * Lets a context run until it gives way: the next one in turn where `choice`
 * is 0, otherwise the `choice`-th that could.
 */
void context_resume(unsigned int choice);

/** Faults when a context still holds a signal, parked ones apart. */
void contexts_check_signals(void);

#endif

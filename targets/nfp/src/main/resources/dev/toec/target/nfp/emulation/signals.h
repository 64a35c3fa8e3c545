/**
 * Signals of contexts. A signal is known by the address of its object and
 * takes one of the context's slots from the moment something will raise it
 * until the context has waited for it.
 */
#ifndef EMU_SIGNALS_H
#define EMU_SIGNALS_H

#include "context.h"
#include "nfp.h"

/** Says that something will raise `signal`; it must not be expected yet. */
void signal_expect(struct context *context, SIGNAL *signal);

/** Raises an expected signal. */
void signal_raise(struct context *context, SIGNAL *signal);

#endif

/**
 * Faults: what would hang or corrupt the chip ends the emulation with a
 * message.
 */
#ifndef EMU_FAULT_H
#define EMU_FAULT_H

/** Prints what the firmware or the user did wrong and ends with status 1. */
_Noreturn void fault(const char *format, ...) __attribute__((format(printf, 1, 2)));

/** Prints wrong usage of the command and ends with status 2. */
_Noreturn void usage_fault(const char *format, ...) __attribute__((format(printf, 1, 2)));

#endif

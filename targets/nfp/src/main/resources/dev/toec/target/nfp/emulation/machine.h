/**
 * What a program is made of, as the compiler tells the emulation. On the chip
 * the loader and the host's tools read the same from the firmware's symbols.
 */
#ifndef EMU_MACHINE_H
#define EMU_MACHINE_H

#include <stddef.h>
#include <stdint.h>

/** Bytes that lie from `start` to `stop`; both null where there are none. */
struct section {
    char *start;
    char *stop;
};

/** What one microengine runs: the code of a stage. */
struct role {
    const char *name;
    int (*main)(void);
    unsigned int mes;       /**< microengines that run it */
    unsigned int contexts;  /**< contexts of each that do */
    struct section shared;  /**< one copy per microengine */
    struct section data;    /**< one copy per context, initialised */
    struct section zeroed;  /**< one copy per context, zero at first */
};

/** An external port: a channel of the MAC. */
struct port {
    const char *name;
    unsigned int sequencer; /**< that numbers what it receives, 0 for none */
};

/** A doubleword of external memory that counts. */
struct counter {
    const char *name;
    unsigned char *address;
};

/** A field of a key or a value. */
struct field {
    unsigned int bits;   /**< 1 to 64 */
    unsigned int bytes;  /**< 1, 2, 4 or 8 it takes in a value of plain bytes */
};

/** An exact-match table. */
struct table {
    const char *name;
    unsigned char *memory;       /**< see toe_table.h */
    unsigned int slots;          /**< a power of two */
    unsigned int capacity;
    unsigned int key_words;
    unsigned int value_words;
    int plain_bytes;             /**< whether the value is plain bytes */
    const struct field *key;
    unsigned int key_fields;
    const struct field *value;
    unsigned int value_fields;
};

/** A whole program. Every list ends with an entry without name. */
struct machine {
    const char *name;
    const struct role *roles;
    const struct port *ports;
    const struct counter *drops;    /**< `oversize` is the emulation's own */
    const struct counter *counters;
    const struct table *tables;
    unsigned int reorder_contexts;
    unsigned int reorder_window;    /**< a power of two, at most 32768 */
};

/** The program this emulation runs. */
extern const struct machine machine;

/** Declares main() of a role and the ends of its sections. */
#define TOE_ROLE(name)                                                       \
    int name##_main(void);                                                   \
    TOE_SECTION(toe_shared_##name);                                          \
    TOE_SECTION(toe_data_##name);                                            \
    TOE_SECTION(toe_zeroed_##name)

/** Declares the ends of a section, which may not exist. */
#define TOE_SECTION(name)                                                    \
    extern char __start_##name[] __attribute__((weak));                      \
    extern char __stop_##name[] __attribute__((weak))

/** An entry of the list of roles. */
#define TOE_ROLE_ENTRY(name, stage, mes, contexts)                           \
    { stage, name##_main, mes, contexts, TOE_ENDS(toe_shared_##name),        \
      TOE_ENDS(toe_data_##name), TOE_ENDS(toe_zeroed_##name) }

/** The end of the list of roles. */
#define TOE_ROLE_END { 0, 0, 0, 0, { 0, 0 }, { 0, 0 }, { 0, 0 } }

/** The ends of a section. */
#define TOE_ENDS(name) { __start_##name, __stop_##name }

#endif

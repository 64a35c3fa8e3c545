/**
 * Tables as the host sees them: entries to load before a run, entries to show
 * after it. The layout is that of toe_table.h.
 */
#ifndef EMU_TABLES_H
#define EMU_TABLES_H

#include <stdio.h>

/** Loads entries from a file into the table called `name`. */
void tables_load(const char *name, const char *path);

/** Prints the entries of every table, sorted, each as `entry TABLE key : value`. */
void tables_print(FILE *out);

#endif

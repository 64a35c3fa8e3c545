/**
 * @file result.h
 * What a run did, as text, and tables as text (one entry a line: key fields, a colon, value fields).
 */
#ifndef TOE_RESULT_H
#define TOE_RESULT_H

#include <stdio.h>

#include "toe/engine.h"

/** Writes one fact a line: in, out, drop, counter, entry. For programs. */
void toe_result_write(FILE *file, struct toe_engine *engine, const struct toe_program *program,
                      const struct toe_input *inputs, const struct toe_output *outputs);

/** Reads the entries in the file at @p path into @p table; ends the process with the place of what it cannot read. */
void toe_table_load(struct toe_table *table, const char *path);

#endif /* TOE_RESULT_H */

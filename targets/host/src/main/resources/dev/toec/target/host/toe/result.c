/**
 * @file result.c
 * What a run did, as text.
 */
#include "toe/result.h"

#include <inttypes.h>

/** The field @p field of a key or value at @p bytes. */
static uint64_t
read_field(const struct toe_field *field, const uint8_t *bytes)
{
    uint64_t wide;
    uint32_t word;
    uint16_t half;

    bytes += field->offset;
    switch (field->size) {
    case sizeof(wide):
        memcpy(&wide, bytes, sizeof(wide));
        return wide;
    case sizeof(word):
        memcpy(&word, bytes, sizeof(word));
        return word;
    case sizeof(half):
        memcpy(&half, bytes, sizeof(half));
        return half;
    default:
        return *bytes;
    }
}

/** Writes the @p count fields of a key or value. */
static void
write_fields(FILE *file, const struct toe_field *fields, size_t count, const uint8_t *bytes)
{
    size_t i;

    for (i = 0; i < count; i++)
        fprintf(file, " 0x%" PRIx64, read_field(&fields[i], bytes));
}

/** Writes the entries of a table. */
static void
write_table(FILE *file, const struct toe_table *table)
{
    const struct toe_table_layout *layout = table->layout;
    uint32_t entry;

    for (entry = 0; entry < layout->capacity; entry++) {
        if (!table->used[entry])
            continue;
        fprintf(file, "entry %s", layout->name);
        write_fields(file, layout->key_fields, layout->key_field_count, table->keys + entry * layout->key_size);
        fputs(" :", file);
        write_fields(file, layout->value_fields, layout->value_field_count,
                     table->values + entry * layout->value_size);
        fputc('\n', file);
    }
}

void
toe_result_write(FILE *file, struct toe_engine *engine, const struct toe_program *program,
                 const struct toe_input *inputs, const struct toe_output *outputs)
{
    size_t i;

    for (i = 0; i < program->port_count; i++)
        fprintf(file, "in %s %" PRIu64 "\n", program->ports[i].name, inputs[i].received);
    for (i = 0; i < program->port_count; i++)
        fprintf(file, "out %s %" PRIu64 "\n", program->ports[i].name, outputs[i].transmitted);
    for (i = 0; i < program->reason_count; i++)
        fprintf(file, "drop %s %" PRIu64 "\n", program->reasons[i].name, toe_engine_drops(engine, i));
    for (i = 0; i < program->counter_count; i++)
        fprintf(file, "counter %s %" PRIu64 "\n", program->counters[i].name,
                toe_counter_read(program->counters[i].counter));
    for (i = 0; i < program->table_count; i++)
        write_table(file, program->tables[i]);
}

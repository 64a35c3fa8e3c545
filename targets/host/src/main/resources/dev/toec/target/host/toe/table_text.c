/**
 * @file table_text.c
 * Tables read from text.
 */
#include <ctype.h>
#include <errno.h>
#include <stdlib.h>

#include "toe/fail.h"
#include "toe/result.h"

/** A line being read. */
struct line {
    const char *path;
    unsigned int number; /**< from 1 */
    char *at;            /**< what is not read yet */
};

/** Passes over blanks. */
static void
skip_blanks(struct line *line)
{
    while (isspace((unsigned char)*line->at))
        line->at++;
}

/** Reads a number into @p field of the key or value at @p bytes. */
static void
read_field(struct line *line, const struct toe_field *field, uint8_t *bytes)
{
    uint64_t limit = field->size == sizeof(uint64_t) ? UINT64_MAX : (UINT64_C(1) << field->size * 8) - 1;
    char *end;
    uint64_t value;
    uint32_t word;
    uint16_t half;

    skip_blanks(line);
    errno = 0;
    value = strtoull(line->at, &end, 0);
    if (end == line->at || !isdigit((unsigned char)*line->at) || errno != 0 || value > limit)
        toe_fail("%s:%u: field %s needs a number of %u bytes", line->path, line->number, field->name,
                 (unsigned int)field->size);
    line->at = end;
    bytes += field->offset;
    switch (field->size) {
    case sizeof(value):
        memcpy(bytes, &value, sizeof(value));
        break;
    case sizeof(word):
        word = (uint32_t)value;
        memcpy(bytes, &word, sizeof(word));
        break;
    case sizeof(half):
        half = (uint16_t)value;
        memcpy(bytes, &half, sizeof(half));
        break;
    default:
        *bytes = (uint8_t)value;
    }
}

/** Reads an entry into the scratch memory @p key and @p value, and from there into the table. */
static void
read_entry(struct line *line, struct toe_table *table, uint8_t *key, uint8_t *value)
{
    const struct toe_table_layout *layout = table->layout;
    size_t i;

    memset(key, 0, layout->key_size);
    memset(value, 0, layout->value_size);
    for (i = 0; i < layout->key_field_count; i++)
        read_field(line, &layout->key_fields[i], key);
    skip_blanks(line);
    if (*line->at != ':')
        toe_fail("%s:%u: a colon must follow the %zu key fields", line->path, line->number, layout->key_field_count);
    line->at++;
    for (i = 0; i < layout->value_field_count; i++)
        read_field(line, &layout->value_fields[i], value);
    skip_blanks(line);
    if (*line->at != '\0')
        toe_fail("%s:%u: nothing may follow the %zu value fields", line->path, line->number,
                 layout->value_field_count);
    if (!toe_table_insert(table, key, value, TOE_INSERT_ANY))
        toe_fail("%s:%u: table %s holds %u entries, no more", line->path, line->number, layout->name,
                 layout->capacity);
}

void
toe_table_load(struct toe_table *table, const char *path)
{
    struct line line = {.path = path};
    FILE *file = fopen(path, "r");
    uint8_t *key = toe_allocate(1, table->layout->key_size);
    uint8_t *value = toe_allocate(1, table->layout->value_size + 1);
    char *text = NULL;
    size_t size = 0;

    if (file == NULL)
        toe_fail("%s: %s", path, strerror(errno));
    while (getline(&text, &size, file) >= 0) {
        line.number++;
        line.at = text;
        skip_blanks(&line);
        if (*line.at != '\0' && *line.at != '#')
            read_entry(&line, table, key, value);
    }
    fclose(file);
    free(text);
    toe_release(key);
    toe_release(value);
}

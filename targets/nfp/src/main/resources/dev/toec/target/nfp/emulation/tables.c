#include "tables.h"

#include <ctype.h>
#include <errno.h>
#include <inttypes.h>
#include <stdlib.h>
#include <string.h>

#include "big_endian.h"
#include "fault.h"
#include "machine.h"
#include "nfp.h"
#include "std/hash.h"
#include "toe_table.h"

/** Fields of a key or a value. */
#define MAX_FIELDS 512

/** Characters of a line of a table file. */
#define MAX_LINE 16384

/** A place in a file, for messages. */
struct place {
    const char *path;
    unsigned int line;
};

/** Bytes of a slot. */
static size_t slot_bytes(const struct table *table)
{
    return TOE_SLOT_BYTES(table->key_words, table->value_words);
}

/** Slot `index`. */
static unsigned char *slot(const struct table *table, size_t index)
{
    return table->memory + TOE_TABLE_HEADER_BYTES + index * slot_bytes(table);
}

/** Value of a slot. */
static unsigned char *slot_value(const struct table *table, unsigned char *at)
{
    return at + TOE_SLOT_VALUE_OFFSET(table->key_words);
}

/** Writes fields to words: one up to 32 bits, two beyond. */
static void pack_words(const struct field *fields, unsigned int count, const uint64_t *numbers, uint32_t *words)
{
    unsigned int i;

    for (i = 0; i < count; i++) {
        if (fields[i].bits > 32)
            *words++ = (uint32_t)(numbers[i] >> 32);
        *words++ = (uint32_t)numbers[i];
    }
}

/** Reads fields back from words at `memory`. */
static void unpack_words(const struct field *fields, unsigned int count, const unsigned char *memory, uint64_t *numbers)
{
    unsigned int i;

    for (i = 0; i < count; i++) {
        numbers[i] = 0;
        if (fields[i].bits > 32) {
            numbers[i] = (uint64_t)load_word(memory) << 32;
            memory += 4;
        }
        numbers[i] |= load_word(memory);
        memory += 4;
    }
}

/** Writes the pieces of a value of plain bytes, kept as big-endian doublewords. */
static void pack_bytes(const struct table *table, const uint64_t *numbers, unsigned char *memory)
{
    unsigned int i;
    unsigned int byte;
    unsigned int offset = 0;

    for (i = 0; i < table->value_fields; i++)
        for (byte = 0; byte < table->value[i].bytes; byte++, offset++)
            memory[offset ^ 7] = (unsigned char)(numbers[i] >> (8 * byte));
}

/** Reads them back. */
static void unpack_bytes(const struct table *table, const unsigned char *memory, uint64_t *numbers)
{
    unsigned int i;
    unsigned int byte;
    unsigned int offset = 0;

    for (i = 0; i < table->value_fields; i++) {
        numbers[i] = 0;
        for (byte = 0; byte < table->value[i].bytes; byte++, offset++)
            numbers[i] |= (uint64_t)memory[offset ^ 7] << (8 * byte);
    }
}

/** The slot that holds `key`, or a free one, or null. */
static unsigned char *find_slot(const struct table *table, const uint32_t *key)
{
    uint32_t index = hash_me_crc32(key, table->key_words * 4, TOE_HASH_START);
    unsigned int probe;
    unsigned int i;
    unsigned char *at;

    for (probe = 0; probe < table->slots; probe++) {
        at = slot(table, (index + probe) & (table->slots - 1));
        if (load_word(at) == TOE_SLOT_FREE)
            return at;
        for (i = 0; i < table->key_words && load_word(at + 4 + i * 4) == key[i]; i++)
            continue;
        if (i == table->key_words)
            return at;
    }
    return NULL;
}

/** Makes `at` a used slot with `key`. */
static void occupy(const struct table *table, unsigned char *at, const uint32_t *key, const struct place *place)
{
    uint32_t used = load_word(table->memory);
    unsigned int i;

    if (used >= table->capacity)
        fault("%s:%u: table %s holds at most %u entries", place->path, place->line, table->name, table->capacity);
    store_word(table->memory, used + 1);
    store_word(at, TOE_SLOT_USED);
    for (i = 0; i < table->key_words; i++)
        store_word(at + 4 + i * 4, key[i]);
}

/** Inserts or replaces an entry. */
static void insert(const struct table *table, const uint64_t *key, const uint64_t *value, const struct place *place)
{
    uint32_t words[2 * MAX_FIELDS];
    unsigned char *at;
    unsigned int i;

    pack_words(table->key, table->key_fields, key, words);
    at = find_slot(table, words);
    if (at == NULL)
        fault("%s:%u: table %s is full", place->path, place->line, table->name);
    if (load_word(at) != TOE_SLOT_USED)
        occupy(table, at, words, place);
    if (table->plain_bytes) {
        pack_bytes(table, value, slot_value(table, at));
        return;
    }
    pack_words(table->value, table->value_fields, value, words);
    for (i = 0; i < table->value_words; i++)
        store_word(slot_value(table, at) + i * 4, words[i]);
}

/** Reads a number that fits `bits` bits and moves on behind it. */
static uint64_t read_number(const char **text, unsigned int bits, const struct place *place)
{
    char *end;
    uint64_t number;

    while (isspace((unsigned char)**text))
        (*text)++;
    errno = 0;
    number = strtoull(*text, &end, 0);
    if (end == *text || **text == '-' || errno != 0)
        fault("%s:%u: a number is expected at '%.20s'", place->path, place->line, *text);
    if (bits < 64 && number >> bits != 0)
        fault("%s:%u: %" PRIu64 " does not fit %u bits", place->path, place->line, number, bits);
    *text = end;
    return number;
}

/** Reads `count` fields. */
static void read_fields(const char **text, const struct field *fields, unsigned int count, uint64_t *numbers, const struct place *place)
{
    unsigned int i;

    for (i = 0; i < count; i++)
        numbers[i] = read_number(text, fields[i].bits, place);
    while (isspace((unsigned char)**text))
        (*text)++;
}

/** Reads one line: key fields, a colon, value fields. */
static void load_line(const struct table *table, const char *text, const struct place *place)
{
    uint64_t key[MAX_FIELDS];
    uint64_t value[MAX_FIELDS];

    read_fields(&text, table->key, table->key_fields, key, place);
    if (*text++ != ':')
        fault("%s:%u: ':' is expected behind %u key fields", place->path, place->line, table->key_fields);
    read_fields(&text, table->value, table->value_fields, value, place);
    if (*text != '\0')
        fault("%s:%u: unexpected '%.20s' behind %u value fields", place->path, place->line, text, table->value_fields);
    insert(table, key, value, place);
}

/** Whether a line holds nothing. */
static int is_blank(const char *text)
{
    while (isspace((unsigned char)*text))
        text++;
    return *text == '\0' || *text == '#';
}

void tables_load(const char *name, const char *path)
{
    const struct table *table = machine.tables;
    struct place place = {path, 0};
    char line[MAX_LINE];
    FILE *file;

    while (table->name != NULL && strcmp(table->name, name) != 0)
        table++;
    if (table->name == NULL)
        usage_fault("there is no table %s", name);
    file = fopen(path, "r");
    if (file == NULL)
        fault("%s: %s", path, strerror(errno));
    while (fgets(line, sizeof line, file) != NULL) {
        place.line++;
        if (!is_blank(line))
            load_line(table, line, &place);
    }
    fclose(file);
}

/** An entry on its way to being printed. */
struct entry {
    uint64_t *numbers; /**< key fields, then value fields */
    unsigned int key_fields;
};

/** Orders entries by key fields. */
static int compare(const void *left, const void *right)
{
    const struct entry *a = left;
    const struct entry *b = right;
    unsigned int i;

    for (i = 0; i < a->key_fields; i++)
        if (a->numbers[i] != b->numbers[i])
            return a->numbers[i] < b->numbers[i] ? -1 : 1;
    return 0;
}

/** Reads the entry in a slot. */
static struct entry read_entry(const struct table *table, unsigned char *at)
{
    struct entry entry;

    entry.key_fields = table->key_fields;
    entry.numbers = calloc(table->key_fields + table->value_fields + 1, sizeof *entry.numbers);
    if (entry.numbers == NULL)
        fault("out of memory");
    unpack_words(table->key, table->key_fields, at + 4, entry.numbers);
    if (table->plain_bytes)
        unpack_bytes(table, slot_value(table, at), entry.numbers + table->key_fields);
    else
        unpack_words(table->value, table->value_fields, slot_value(table, at), entry.numbers + table->key_fields);
    return entry;
}

/** Prints an entry. */
static void print_entry(FILE *out, const struct table *table, const struct entry *entry)
{
    unsigned int i;

    fprintf(out, "entry %s", table->name);
    for (i = 0; i < table->key_fields + table->value_fields; i++)
        fprintf(out, "%s 0x%" PRIx64, i == table->key_fields ? " :" : "", entry->numbers[i]);
    fprintf(out, "\n");
}

/** Prints the entries of one table. */
static void print_table(FILE *out, const struct table *table)
{
    struct entry *entries = calloc(table->slots, sizeof *entries);
    size_t count = 0;
    size_t i;

    if (entries == NULL)
        fault("out of memory");
    for (i = 0; i < table->slots; i++)
        if (load_word(slot(table, i)) == TOE_SLOT_USED)
            entries[count++] = read_entry(table, slot(table, i));
    qsort(entries, count, sizeof *entries, compare);
    for (i = 0; i < count; i++) {
        print_entry(out, table, &entries[i]);
        free(entries[i].numbers);
    }
    free(entries);
}

void tables_print(FILE *out)
{
    const struct table *table;

    for (table = machine.tables; table->name != NULL; table++)
        print_table(out, table);
}

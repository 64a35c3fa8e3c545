#include "pcap.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "fault.h"

#define MAGIC_MICROSECONDS 0xa1b2c3d4U
#define MAGIC_NANOSECONDS 0xa1b23c4dU
#define FILE_HEADER_BYTES 24
#define RECORD_HEADER_BYTES 16
#define LINKTYPE_ETHERNET 1
#define SNAPLEN 65535

struct pcap_reader {
    const char *path;
    unsigned char *content;
    size_t bytes;
    size_t at;
    bool big_endian;
    bool nanoseconds;
};

struct pcap_writer {
    const char *path;
    FILE *file;
};

/** The 32-bit number at `at` in the byte order of the file. */
static uint32_t number(const struct pcap_reader *reader, size_t at)
{
    const unsigned char *p = reader->content + at;

    if (reader->big_endian)
        return (uint32_t)p[0] << 24 | (uint32_t)p[1] << 16 | (uint32_t)p[2] << 8 | p[3];
    return (uint32_t)p[3] << 24 | (uint32_t)p[2] << 16 | (uint32_t)p[1] << 8 | p[0];
}

/** Reads a whole file. */
static void read_all(struct pcap_reader *reader)
{
    FILE *file = fopen(reader->path, "rb");
    size_t room = 0;
    size_t got = 1;

    if (file == NULL)
        fault("%s: %s", reader->path, strerror(errno));
    while (got > 0) {
        if (reader->bytes == room) {
            room = room * 2 + 65536;
            reader->content = realloc(reader->content, room);
            if (reader->content == NULL)
                fault("%s: out of memory", reader->path);
        }
        got = fread(reader->content + reader->bytes, 1, room - reader->bytes, file);
        reader->bytes += got;
    }
    if (ferror(file))
        fault("%s: cannot be read", reader->path);
    fclose(file);
}

/** Learns byte order and unit of time from the magic number. */
static void read_magic(struct pcap_reader *reader)
{
    uint32_t magic = number(reader, 0);

    if (magic != MAGIC_MICROSECONDS && magic != MAGIC_NANOSECONDS) {
        reader->big_endian = true;
        magic = number(reader, 0);
    }
    if (magic != MAGIC_MICROSECONDS && magic != MAGIC_NANOSECONDS)
        fault("%s: not a classic pcap capture", reader->path);
    reader->nanoseconds = magic == MAGIC_NANOSECONDS;
}

struct pcap_reader *pcap_open(const char *path)
{
    struct pcap_reader *reader = calloc(1, sizeof *reader);

    if (reader == NULL)
        fault("out of memory");
    reader->path = path;
    read_all(reader);
    if (reader->bytes < FILE_HEADER_BYTES)
        fault("%s: shorter than the header of a capture", path);
    read_magic(reader);
    if ((number(reader, 20) & 0xffff) != LINKTYPE_ETHERNET)
        fault("%s: link type %u is not Ethernet", path, number(reader, 20) & 0xffff);
    reader->at = FILE_HEADER_BYTES;
    return reader;
}

bool pcap_read(struct pcap_reader *reader, struct frame *frame)
{
    size_t left = reader->bytes - reader->at;
    uint64_t fraction;

    if (left == 0)
        return false;
    if (left < RECORD_HEADER_BYTES || left - RECORD_HEADER_BYTES < number(reader, reader->at + 8))
        fault("%s: ends within a frame", reader->path);
    fraction = number(reader, reader->at + 4);
    frame->nanos = (uint64_t)number(reader, reader->at) * 1000000000U + fraction * (reader->nanoseconds ? 1 : 1000);
    frame->bytes = number(reader, reader->at + 8);
    frame->data = reader->content + reader->at + RECORD_HEADER_BYTES;
    reader->at += RECORD_HEADER_BYTES + frame->bytes;
    return true;
}

void pcap_close(struct pcap_reader *reader)
{
    free(reader->content);
    free(reader);
}

/** Writes a little-endian number of `size` bytes. */
static void write_number(struct pcap_writer *writer, uint64_t value, size_t size)
{
    size_t i;

    for (i = 0; i < size; i++)
        fputc((int)(value >> (8 * i) & 0xff), writer->file);
}

struct pcap_writer *pcap_create(const char *path)
{
    struct pcap_writer *writer = calloc(1, sizeof *writer);

    if (writer == NULL)
        fault("out of memory");
    writer->path = path;
    writer->file = fopen(path, "wb");
    if (writer->file == NULL)
        fault("%s: %s", path, strerror(errno));
    write_number(writer, MAGIC_NANOSECONDS, 4);
    write_number(writer, 2, 2);
    write_number(writer, 4, 2);
    write_number(writer, 0, 8);
    write_number(writer, SNAPLEN, 4);
    write_number(writer, LINKTYPE_ETHERNET, 4);
    return writer;
}

void pcap_write(struct pcap_writer *writer, uint64_t nanos, const unsigned char *data, size_t bytes)
{
    write_number(writer, nanos / 1000000000U, 4);
    write_number(writer, nanos % 1000000000U, 4);
    write_number(writer, bytes, 4);
    write_number(writer, bytes, 4);
    fwrite(data, 1, bytes, writer->file);
}

void pcap_finish(struct pcap_writer *writer)
{
    bool failed = ferror(writer->file) != 0;

    if (fclose(writer->file) != 0 || failed)
        fault("%s: cannot be written", writer->path);
    free(writer);
}

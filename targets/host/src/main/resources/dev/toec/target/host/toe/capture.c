/**
 * @file capture.c
 * Captures in the classic pcap format (draft-ietf-opsawg-pcap).
 */
#include <errno.h>
#include <string.h>

#include "toe/arith.h"
#include "toe/fail.h"
#include "toe/port.h"

#define MAGIC_MICROSECONDS 0xa1b2c3d4u
#define MAGIC_NANOSECONDS 0xa1b23c4du
#define LINKTYPE_ETHERNET 1
#define SNAPSHOT_LENGTH 65535

/** Longest record that is believed: what lies beyond is a damaged file, not a frame. */
#define RECORD_MAX (UINT32_C(1) << 24)

/** The header of a capture. */
struct file_header {
    uint32_t magic;
    uint16_t version_major, version_minor;
    uint32_t reserved[2];
    uint32_t snapshot_length;
    uint32_t link_type; /**< in the low 16 bits */
};

/** The header of a record. */
struct record_header {
    uint32_t seconds;
    uint32_t fraction; /**< micro- or nanoseconds */
    uint32_t captured; /**< bytes that follow */
    uint32_t original;
};

_Static_assert(sizeof(struct file_header) == 24, "pcap file header");
_Static_assert(sizeof(struct record_header) == 16, "pcap record header");

/** @p value in this machine's byte order. */
static uint32_t
number(const struct toe_capture_reader *reader, uint32_t value)
{
    return reader->swapped ? toe_bswap32(value) : value;
}

void
toe_capture_open(struct toe_capture_reader *reader, const char *path)
{
    struct file_header header;
    uint32_t magic;

    memset(reader, 0, sizeof(*reader));
    reader->path = path;
    reader->file = fopen(path, "rb");
    if (reader->file == NULL)
        toe_fail("%s: %s", path, strerror(errno));
    if (fread(&header, sizeof(header), 1, reader->file) != 1)
        toe_fail("%s: shorter than the header of a capture", path);
    magic = header.magic;
    reader->swapped = magic == toe_bswap32(MAGIC_MICROSECONDS) || magic == toe_bswap32(MAGIC_NANOSECONDS);
    magic = number(reader, magic);
    if (magic != MAGIC_MICROSECONDS && magic != MAGIC_NANOSECONDS)
        toe_fail("%s: not a capture in the classic pcap format (convert pcapng with editcap -F pcap)", path);
    reader->nanoseconds = magic == MAGIC_NANOSECONDS;
    if ((number(reader, header.link_type) & 0xffff) != LINKTYPE_ETHERNET)
        toe_fail("%s: not a capture of Ethernet (link type %u)", path, number(reader, header.link_type) & 0xffff);
}

bool
toe_capture_read(struct toe_capture_reader *reader, struct toe_frame *frame)
{
    struct record_header header;
    size_t got = fread(&header, 1, sizeof(header), reader->file);
    uint32_t length;

    if (got == 0 && feof(reader->file))
        return false;
    length = number(reader, header.captured);
    if (got < sizeof(header) || length > RECORD_MAX)
        toe_fail("%s: damaged record before offset %ld", reader->path, ftell(reader->file));
    if (length > reader->buffer_size) {
        toe_release(reader->buffer);
        reader->buffer = toe_allocate(length, 1);
        reader->buffer_size = length;
    }
    if (length > 0 && fread(reader->buffer, length, 1, reader->file) != 1)
        toe_fail("%s: the last record is cut short", reader->path);
    frame->bytes = reader->buffer;
    frame->length = length;
    frame->nanos = number(reader, header.seconds) * UINT64_C(1000000000) +
                   (uint64_t)number(reader, header.fraction) * (reader->nanoseconds ? 1 : 1000);
    return true;
}

void
toe_capture_close(struct toe_capture_reader *reader)
{
    fclose(reader->file);
    toe_release(reader->buffer);
}

FILE *
toe_capture_create(const char *path)
{
    const struct file_header header = {
        .magic = MAGIC_NANOSECONDS,
        .version_major = 2,
        .version_minor = 4,
        .snapshot_length = SNAPSHOT_LENGTH,
        .link_type = LINKTYPE_ETHERNET,
    };
    FILE *capture = fopen(path, "wb");

    if (capture == NULL || fwrite(&header, sizeof(header), 1, capture) != 1)
        toe_fail("%s: %s", path, strerror(errno));
    return capture;
}

void
toe_capture_write(FILE *capture, const struct toe_packet *packet)
{
    const struct record_header header = {
        .seconds = (uint32_t)(packet->nanos / 1000000000),
        .fraction = (uint32_t)(packet->nanos % 1000000000),
        .captured = packet->length,
        .original = packet->length,
    };

    if (fwrite(&header, sizeof(header), 1, capture) != 1 ||
        (packet->length > 0 && fwrite(packet->data, packet->length, 1, capture) != 1))
        toe_fail("cannot write a capture: %s", strerror(errno));
}

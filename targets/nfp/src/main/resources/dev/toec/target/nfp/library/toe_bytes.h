/**
 * Values that programs reach as little-endian bytes.
 *
 * They are kept in big-endian doublewords, so that the memory unit's atomic
 * additions work on them: byte `n` of the value lies at `n ^ 7`, and an
 * aligned access is one command. Others go byte by byte.
 */
#ifndef TOE_BYTES_H
#define TOE_BYTES_H

#include "toe_entry.h"

/** Reads byte `offset`. */
static __inline uint8_t
toe_bytes_load8(__mem40 void *entry, uint32_t offset)
{
    __xread uint32_t word;

    mem_read8(&word, toe_entry_at(entry, offset ^ 7), 1);
    return (uint8_t)(word >> 24);
}

/** Reads 2 bytes. */
static __inline uint16_t
toe_bytes_load16(__mem40 void *entry, uint32_t offset)
{
    __xread uint32_t word;
    uint32_t low;

    if (offset & 1) {
        low = toe_bytes_load8(entry, offset);
        return (uint16_t)(low | toe_bytes_load8(entry, offset + 1) << 8);
    }
    mem_read8(&word, toe_entry_at(entry, offset ^ 6), 2);
    return (uint16_t)(word >> 16);
}

/** Reads 4 bytes. */
static __inline uint32_t
toe_bytes_load32(__mem40 void *entry, uint32_t offset)
{
    uint32_t low;

    if (offset & 3) {
        low = toe_bytes_load16(entry, offset);
        return low | (uint32_t)toe_bytes_load16(entry, offset + 2) << 16;
    }
    return toe_entry_load32(entry, offset ^ 4);
}

/** Reads 8 bytes. */
static __inline uint64_t
toe_bytes_load64(__mem40 void *entry, uint32_t offset)
{
    uint32_t low;

    if (offset & 7) {
        low = toe_bytes_load32(entry, offset);
        return low | (uint64_t)toe_bytes_load32(entry, offset + 4) << 32;
    }
    return toe_entry_load64(entry, offset);
}

/** Writes byte `offset`. */
static __inline void
toe_bytes_store8(__mem40 void *entry, uint32_t offset, uint8_t value)
{
    __xwrite uint32_t word;

    word = (uint32_t)value << 24;
    mem_write8(&word, toe_entry_at(entry, offset ^ 7), 1);
}

/** Writes 2 bytes. */
static __inline void
toe_bytes_store16(__mem40 void *entry, uint32_t offset, uint16_t value)
{
    __xwrite uint32_t word;

    if (offset & 1) {
        toe_bytes_store8(entry, offset, (uint8_t)(value & 0xff));
        toe_bytes_store8(entry, offset + 1, (uint8_t)(value >> 8));
    } else {
        word = (uint32_t)value << 16;
        mem_write8(&word, toe_entry_at(entry, offset ^ 6), 2);
    }
}

/** Writes 4 bytes. */
static __inline void
toe_bytes_store32(__mem40 void *entry, uint32_t offset, uint32_t value)
{
    if (offset & 3) {
        toe_bytes_store16(entry, offset, (uint16_t)(value & 0xffff));
        toe_bytes_store16(entry, offset + 2, (uint16_t)(value >> 16));
    } else {
        toe_entry_store32(entry, offset ^ 4, value);
    }
}

/** Writes 8 bytes. */
static __inline void
toe_bytes_store64(__mem40 void *entry, uint32_t offset, uint64_t value)
{
    if (offset & 7) {
        toe_bytes_store32(entry, offset, (uint32_t)value);
        toe_bytes_store32(entry, offset + 4, (uint32_t)(value >> 32));
    } else {
        toe_entry_store64(entry, offset, value);
    }
}

/** Adds to 4 bytes: atomically where they are aligned, as every program that
 * contexts share has them. */
static __inline void
toe_bytes_add32(__mem40 void *entry, uint32_t offset, uint32_t value)
{
    __xwrite uint32_t word;

    if (offset & 3) {
        toe_bytes_store32(entry, offset,
                          toe_bytes_load32(entry, offset) + value);
    } else {
        word = value;
        mem_add32(&word, toe_entry_at(entry, offset ^ 4), sizeof(word));
    }
}

/** Adds to 8 bytes: atomically where they are aligned. */
static __inline void
toe_bytes_add64(__mem40 void *entry, uint32_t offset, uint64_t value)
{
    if (offset & 7) {
        toe_bytes_store64(entry, offset,
                          toe_bytes_load64(entry, offset) + value);
    } else {
        toe_count(toe_entry_at(entry, offset), value);
    }
}

#endif

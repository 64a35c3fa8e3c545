/**
 * @file bytes.h
 * Loads and stores of 1 to 8 bytes in either order, at any alignment. Compilers make one instruction (and a byte swap)
 * of each that has a machine width.
 */
#ifndef TOE_BYTES_H
#define TOE_BYTES_H

#include <stdint.h>

/** Reads a byte. */
static inline uint8_t
toe_load_8(const uint8_t *bytes)
{
    return bytes[0];
}

/** Writes a byte. */
static inline void
toe_store_8(uint8_t *bytes, uint8_t value)
{
    bytes[0] = (uint8_t)value;
}

/** Reads 2 big-endian bytes. */
static inline uint16_t
toe_load_be16(const uint8_t *bytes)
{
    return (uint16_t)((uint32_t)bytes[0] << 8 | (uint32_t)bytes[1]);
}

/** Writes 2 big-endian bytes. */
static inline void
toe_store_be16(uint8_t *bytes, uint16_t value)
{
    bytes[0] = (uint8_t)(value >> 8);
    bytes[1] = (uint8_t)value;
}

/** Reads 3 big-endian bytes. */
static inline uint32_t
toe_load_be24(const uint8_t *bytes)
{
    return (uint32_t)bytes[0] << 16 | (uint32_t)bytes[1] << 8 | (uint32_t)bytes[2];
}

/** Writes the low 3 big-endian bytes. */
static inline void
toe_store_be24(uint8_t *bytes, uint32_t value)
{
    bytes[0] = (uint8_t)(value >> 16);
    bytes[1] = (uint8_t)(value >> 8);
    bytes[2] = (uint8_t)value;
}

/** Reads 4 big-endian bytes. */
static inline uint32_t
toe_load_be32(const uint8_t *bytes)
{
    return (uint32_t)bytes[0] << 24 | (uint32_t)bytes[1] << 16 | (uint32_t)bytes[2] << 8 | (uint32_t)bytes[3];
}

/** Writes 4 big-endian bytes. */
static inline void
toe_store_be32(uint8_t *bytes, uint32_t value)
{
    bytes[0] = (uint8_t)(value >> 24);
    bytes[1] = (uint8_t)(value >> 16);
    bytes[2] = (uint8_t)(value >> 8);
    bytes[3] = (uint8_t)value;
}

/** Reads 5 big-endian bytes. */
static inline uint64_t
toe_load_be40(const uint8_t *bytes)
{
    return (uint64_t)bytes[0] << 32 | (uint64_t)bytes[1] << 24 | (uint64_t)bytes[2] << 16 | (uint64_t)bytes[3] << 8 |
        (uint64_t)bytes[4];
}

/** Writes the low 5 big-endian bytes. */
static inline void
toe_store_be40(uint8_t *bytes, uint64_t value)
{
    bytes[0] = (uint8_t)(value >> 32);
    bytes[1] = (uint8_t)(value >> 24);
    bytes[2] = (uint8_t)(value >> 16);
    bytes[3] = (uint8_t)(value >> 8);
    bytes[4] = (uint8_t)value;
}

/** Reads 6 big-endian bytes. */
static inline uint64_t
toe_load_be48(const uint8_t *bytes)
{
    return (uint64_t)bytes[0] << 40 | (uint64_t)bytes[1] << 32 | (uint64_t)bytes[2] << 24 | (uint64_t)bytes[3] << 16 |
        (uint64_t)bytes[4] << 8 | (uint64_t)bytes[5];
}

/** Writes the low 6 big-endian bytes. */
static inline void
toe_store_be48(uint8_t *bytes, uint64_t value)
{
    bytes[0] = (uint8_t)(value >> 40);
    bytes[1] = (uint8_t)(value >> 32);
    bytes[2] = (uint8_t)(value >> 24);
    bytes[3] = (uint8_t)(value >> 16);
    bytes[4] = (uint8_t)(value >> 8);
    bytes[5] = (uint8_t)value;
}

/** Reads 7 big-endian bytes. */
static inline uint64_t
toe_load_be56(const uint8_t *bytes)
{
    return (uint64_t)bytes[0] << 48 | (uint64_t)bytes[1] << 40 | (uint64_t)bytes[2] << 32 | (uint64_t)bytes[3] << 24 |
        (uint64_t)bytes[4] << 16 | (uint64_t)bytes[5] << 8 | (uint64_t)bytes[6];
}

/** Writes the low 7 big-endian bytes. */
static inline void
toe_store_be56(uint8_t *bytes, uint64_t value)
{
    bytes[0] = (uint8_t)(value >> 48);
    bytes[1] = (uint8_t)(value >> 40);
    bytes[2] = (uint8_t)(value >> 32);
    bytes[3] = (uint8_t)(value >> 24);
    bytes[4] = (uint8_t)(value >> 16);
    bytes[5] = (uint8_t)(value >> 8);
    bytes[6] = (uint8_t)value;
}

/** Reads 8 big-endian bytes. */
static inline uint64_t
toe_load_be64(const uint8_t *bytes)
{
    return (uint64_t)bytes[0] << 56 | (uint64_t)bytes[1] << 48 | (uint64_t)bytes[2] << 40 | (uint64_t)bytes[3] << 32 |
        (uint64_t)bytes[4] << 24 | (uint64_t)bytes[5] << 16 | (uint64_t)bytes[6] << 8 | (uint64_t)bytes[7];
}

/** Writes 8 big-endian bytes. */
static inline void
toe_store_be64(uint8_t *bytes, uint64_t value)
{
    bytes[0] = (uint8_t)(value >> 56);
    bytes[1] = (uint8_t)(value >> 48);
    bytes[2] = (uint8_t)(value >> 40);
    bytes[3] = (uint8_t)(value >> 32);
    bytes[4] = (uint8_t)(value >> 24);
    bytes[5] = (uint8_t)(value >> 16);
    bytes[6] = (uint8_t)(value >> 8);
    bytes[7] = (uint8_t)value;
}

/** Reads 2 little-endian bytes. */
static inline uint16_t
toe_load_le16(const uint8_t *bytes)
{
    return (uint16_t)((uint32_t)bytes[0] | (uint32_t)bytes[1] << 8);
}

/** Writes 2 little-endian bytes. */
static inline void
toe_store_le16(uint8_t *bytes, uint16_t value)
{
    bytes[0] = (uint8_t)value;
    bytes[1] = (uint8_t)(value >> 8);
}

/** Reads 3 little-endian bytes. */
static inline uint32_t
toe_load_le24(const uint8_t *bytes)
{
    return (uint32_t)bytes[0] | (uint32_t)bytes[1] << 8 | (uint32_t)bytes[2] << 16;
}

/** Writes the low 3 little-endian bytes. */
static inline void
toe_store_le24(uint8_t *bytes, uint32_t value)
{
    bytes[0] = (uint8_t)value;
    bytes[1] = (uint8_t)(value >> 8);
    bytes[2] = (uint8_t)(value >> 16);
}

/** Reads 4 little-endian bytes. */
static inline uint32_t
toe_load_le32(const uint8_t *bytes)
{
    return (uint32_t)bytes[0] | (uint32_t)bytes[1] << 8 | (uint32_t)bytes[2] << 16 | (uint32_t)bytes[3] << 24;
}

/** Writes 4 little-endian bytes. */
static inline void
toe_store_le32(uint8_t *bytes, uint32_t value)
{
    bytes[0] = (uint8_t)value;
    bytes[1] = (uint8_t)(value >> 8);
    bytes[2] = (uint8_t)(value >> 16);
    bytes[3] = (uint8_t)(value >> 24);
}

/** Reads 5 little-endian bytes. */
static inline uint64_t
toe_load_le40(const uint8_t *bytes)
{
    return (uint64_t)bytes[0] | (uint64_t)bytes[1] << 8 | (uint64_t)bytes[2] << 16 | (uint64_t)bytes[3] << 24 |
        (uint64_t)bytes[4] << 32;
}

/** Writes the low 5 little-endian bytes. */
static inline void
toe_store_le40(uint8_t *bytes, uint64_t value)
{
    bytes[0] = (uint8_t)value;
    bytes[1] = (uint8_t)(value >> 8);
    bytes[2] = (uint8_t)(value >> 16);
    bytes[3] = (uint8_t)(value >> 24);
    bytes[4] = (uint8_t)(value >> 32);
}

/** Reads 6 little-endian bytes. */
static inline uint64_t
toe_load_le48(const uint8_t *bytes)
{
    return (uint64_t)bytes[0] | (uint64_t)bytes[1] << 8 | (uint64_t)bytes[2] << 16 | (uint64_t)bytes[3] << 24 |
        (uint64_t)bytes[4] << 32 | (uint64_t)bytes[5] << 40;
}

/** Writes the low 6 little-endian bytes. */
static inline void
toe_store_le48(uint8_t *bytes, uint64_t value)
{
    bytes[0] = (uint8_t)value;
    bytes[1] = (uint8_t)(value >> 8);
    bytes[2] = (uint8_t)(value >> 16);
    bytes[3] = (uint8_t)(value >> 24);
    bytes[4] = (uint8_t)(value >> 32);
    bytes[5] = (uint8_t)(value >> 40);
}

/** Reads 7 little-endian bytes. */
static inline uint64_t
toe_load_le56(const uint8_t *bytes)
{
    return (uint64_t)bytes[0] | (uint64_t)bytes[1] << 8 | (uint64_t)bytes[2] << 16 | (uint64_t)bytes[3] << 24 |
        (uint64_t)bytes[4] << 32 | (uint64_t)bytes[5] << 40 | (uint64_t)bytes[6] << 48;
}

/** Writes the low 7 little-endian bytes. */
static inline void
toe_store_le56(uint8_t *bytes, uint64_t value)
{
    bytes[0] = (uint8_t)value;
    bytes[1] = (uint8_t)(value >> 8);
    bytes[2] = (uint8_t)(value >> 16);
    bytes[3] = (uint8_t)(value >> 24);
    bytes[4] = (uint8_t)(value >> 32);
    bytes[5] = (uint8_t)(value >> 40);
    bytes[6] = (uint8_t)(value >> 48);
}

/** Reads 8 little-endian bytes. */
static inline uint64_t
toe_load_le64(const uint8_t *bytes)
{
    return (uint64_t)bytes[0] | (uint64_t)bytes[1] << 8 | (uint64_t)bytes[2] << 16 | (uint64_t)bytes[3] << 24 |
        (uint64_t)bytes[4] << 32 | (uint64_t)bytes[5] << 40 | (uint64_t)bytes[6] << 48 | (uint64_t)bytes[7] << 56;
}

/** Writes 8 little-endian bytes. */
static inline void
toe_store_le64(uint8_t *bytes, uint64_t value)
{
    bytes[0] = (uint8_t)value;
    bytes[1] = (uint8_t)(value >> 8);
    bytes[2] = (uint8_t)(value >> 16);
    bytes[3] = (uint8_t)(value >> 24);
    bytes[4] = (uint8_t)(value >> 32);
    bytes[5] = (uint8_t)(value >> 40);
    bytes[6] = (uint8_t)(value >> 48);
    bytes[7] = (uint8_t)(value >> 56);
}

#endif /* TOE_BYTES_H */

/**
 * Arithmetic that Micro-C has no operator for, or another result in corner
 * cases: the chip divides in software and gives all ones for x / 0.
 */
#ifndef TOE_NUMBER_H
#define TOE_NUMBER_H

#include "toe_chip.h"

/** The bytes of `x` reversed. */
static __inline uint16_t
toe_swap16(uint16_t x)
{
    return (uint16_t)((x >> 8 | x << 8) & 0xffff);
}

/** The bytes of `x` reversed. */
static __inline uint32_t
toe_swap32(uint32_t x)
{
    return x >> 24 | (x >> 8 & 0xff00) | (x << 8 & 0xff0000) | x << 24;
}

/** The bytes of `x` reversed. */
static __inline uint64_t
toe_swap64(uint64_t x)
{
    return (uint64_t)toe_swap32((uint32_t)x) << 32
        | toe_swap32((uint32_t)(x >> 32));
}

/** Unsigned quotient; 0 where `y` is 0. */
static __inline uint32_t
toe_udiv32(uint32_t x, uint32_t y)
{
    return y == 0 ? 0 : x / y; /* slow: software division */
}

/** Unsigned remainder; `x` where `y` is 0. */
static __inline uint32_t
toe_urem32(uint32_t x, uint32_t y)
{
    return y == 0 ? x : x % y; /* slow: software division */
}

/** Unsigned quotient; 0 where `y` is 0. */
static __inline uint64_t
toe_udiv64(uint64_t x, uint64_t y)
{
    return y == 0 ? 0 : x / y; /* slow: software division */
}

/** Unsigned remainder; `x` where `y` is 0. */
static __inline uint64_t
toe_urem64(uint64_t x, uint64_t y)
{
    return y == 0 ? x : x % y; /* slow: software division */
}

/** The magnitude of `x` in two's complement. */
static __inline uint32_t
toe_magnitude32(uint32_t x)
{
    return x >> 31 ? 0 - x : x;
}

/** The magnitude of `x` in two's complement. */
static __inline uint64_t
toe_magnitude64(uint64_t x)
{
    return x >> 63 ? 0 - x : x;
}

/** Signed quotient, rounded to zero; 0 where `y` is 0. */
static __inline uint32_t
toe_sdiv32(uint32_t x, uint32_t y)
{
    uint32_t quotient;

    quotient = toe_udiv32(toe_magnitude32(x), toe_magnitude32(y));
    return (x ^ y) >> 31 ? 0 - quotient : quotient;
}

/** Signed remainder, with the sign of `x`; `x` where `y` is 0. */
static __inline uint32_t
toe_srem32(uint32_t x, uint32_t y)
{
    uint32_t remainder;

    remainder = toe_urem32(toe_magnitude32(x), toe_magnitude32(y));
    return x >> 31 ? 0 - remainder : remainder;
}

/** Signed quotient, rounded to zero; 0 where `y` is 0. */
static __inline uint64_t
toe_sdiv64(uint64_t x, uint64_t y)
{
    uint64_t quotient;

    quotient = toe_udiv64(toe_magnitude64(x), toe_magnitude64(y));
    return (x ^ y) >> 63 ? 0 - quotient : quotient;
}

/** Signed remainder, with the sign of `x`; `x` where `y` is 0. */
static __inline uint64_t
toe_srem64(uint64_t x, uint64_t y)
{
    uint64_t remainder;

    remainder = toe_urem64(toe_magnitude64(x), toe_magnitude64(y));
    return x >> 63 ? 0 - remainder : remainder;
}

#endif

/**
 * @file arith.h
 * Integer operations C leaves undefined somewhere and TOE does not: a division by zero gives 0, a remainder by zero the
 * dividend, the most negative number divided by -1 itself with remainder 0 (RFC 9669, section 4.1).
 */
#ifndef TOE_ARITH_H
#define TOE_ARITH_H

#include <stdint.h>

/** Unsigned quotient. */
static inline uint8_t
toe_udiv8(uint8_t dividend, uint8_t divisor)
{
    return divisor == 0 ? 0 : (uint8_t)(dividend / divisor);
}

/** Unsigned remainder. */
static inline uint8_t
toe_urem8(uint8_t dividend, uint8_t divisor)
{
    return divisor == 0 ? dividend : (uint8_t)(dividend % divisor);
}

/** Quotient of two's complement numbers, rounded towards zero. */
static inline uint8_t
toe_sdiv8(uint8_t dividend, uint8_t divisor)
{
    if (divisor == 0)
        return 0;
    if (divisor == UINT8_MAX)
        return (uint8_t)(0 - dividend);
    return (uint8_t)((int8_t)dividend / (int8_t)divisor);
}

/** Remainder of two's complement numbers, with the dividend's sign. */
static inline uint8_t
toe_srem8(uint8_t dividend, uint8_t divisor)
{
    if (divisor == 0)
        return dividend;
    if (divisor == UINT8_MAX)
        return 0;
    return (uint8_t)((int8_t)dividend % (int8_t)divisor);
}

/** Shifts right by @p count (below 8) and fills with the sign; `>>` of a negative number is the compiler's choice. */
static inline uint8_t
toe_ashr8(uint8_t value, unsigned int count)
{
    uint8_t shifted = (uint8_t)(value >> count);

    return value >> 7 ? (uint8_t)(shifted | (uint8_t)~(uint8_t)(UINT8_MAX >> count)) : shifted;
}

/** Unsigned quotient. */
static inline uint16_t
toe_udiv16(uint16_t dividend, uint16_t divisor)
{
    return divisor == 0 ? 0 : (uint16_t)(dividend / divisor);
}

/** Unsigned remainder. */
static inline uint16_t
toe_urem16(uint16_t dividend, uint16_t divisor)
{
    return divisor == 0 ? dividend : (uint16_t)(dividend % divisor);
}

/** Quotient of two's complement numbers, rounded towards zero. */
static inline uint16_t
toe_sdiv16(uint16_t dividend, uint16_t divisor)
{
    if (divisor == 0)
        return 0;
    if (divisor == UINT16_MAX)
        return (uint16_t)(0 - dividend);
    return (uint16_t)((int16_t)dividend / (int16_t)divisor);
}

/** Remainder of two's complement numbers, with the dividend's sign. */
static inline uint16_t
toe_srem16(uint16_t dividend, uint16_t divisor)
{
    if (divisor == 0)
        return dividend;
    if (divisor == UINT16_MAX)
        return 0;
    return (uint16_t)((int16_t)dividend % (int16_t)divisor);
}

/** Shifts right by @p count (below 16) and fills with the sign; `>>` of a negative number is the compiler's choice. */
static inline uint16_t
toe_ashr16(uint16_t value, unsigned int count)
{
    uint16_t shifted = (uint16_t)(value >> count);

    return value >> 15 ? (uint16_t)(shifted | (uint16_t)~(uint16_t)(UINT16_MAX >> count)) : shifted;
}

/** Unsigned quotient. */
static inline uint32_t
toe_udiv32(uint32_t dividend, uint32_t divisor)
{
    return divisor == 0 ? 0 : (uint32_t)(dividend / divisor);
}

/** Unsigned remainder. */
static inline uint32_t
toe_urem32(uint32_t dividend, uint32_t divisor)
{
    return divisor == 0 ? dividend : (uint32_t)(dividend % divisor);
}

/** Quotient of two's complement numbers, rounded towards zero. */
static inline uint32_t
toe_sdiv32(uint32_t dividend, uint32_t divisor)
{
    if (divisor == 0)
        return 0;
    if (divisor == UINT32_MAX)
        return (uint32_t)(0 - dividend);
    return (uint32_t)((int32_t)dividend / (int32_t)divisor);
}

/** Remainder of two's complement numbers, with the dividend's sign. */
static inline uint32_t
toe_srem32(uint32_t dividend, uint32_t divisor)
{
    if (divisor == 0)
        return dividend;
    if (divisor == UINT32_MAX)
        return 0;
    return (uint32_t)((int32_t)dividend % (int32_t)divisor);
}

/** Shifts right by @p count (below 32) and fills with the sign; `>>` of a negative number is the compiler's choice. */
static inline uint32_t
toe_ashr32(uint32_t value, unsigned int count)
{
    uint32_t shifted = (uint32_t)(value >> count);

    return value >> 31 ? (uint32_t)(shifted | (uint32_t)~(uint32_t)(UINT32_MAX >> count)) : shifted;
}

/** Unsigned quotient. */
static inline uint64_t
toe_udiv64(uint64_t dividend, uint64_t divisor)
{
    return divisor == 0 ? 0 : (uint64_t)(dividend / divisor);
}

/** Unsigned remainder. */
static inline uint64_t
toe_urem64(uint64_t dividend, uint64_t divisor)
{
    return divisor == 0 ? dividend : (uint64_t)(dividend % divisor);
}

/** Quotient of two's complement numbers, rounded towards zero. */
static inline uint64_t
toe_sdiv64(uint64_t dividend, uint64_t divisor)
{
    if (divisor == 0)
        return 0;
    if (divisor == UINT64_MAX)
        return (uint64_t)(0 - dividend);
    return (uint64_t)((int64_t)dividend / (int64_t)divisor);
}

/** Remainder of two's complement numbers, with the dividend's sign. */
static inline uint64_t
toe_srem64(uint64_t dividend, uint64_t divisor)
{
    if (divisor == 0)
        return dividend;
    if (divisor == UINT64_MAX)
        return 0;
    return (uint64_t)((int64_t)dividend % (int64_t)divisor);
}

/** Shifts right by @p count (below 64) and fills with the sign; `>>` of a negative number is the compiler's choice. */
static inline uint64_t
toe_ashr64(uint64_t value, unsigned int count)
{
    uint64_t shifted = (uint64_t)(value >> count);

    return value >> 63 ? (uint64_t)(shifted | (uint64_t)~(uint64_t)(UINT64_MAX >> count)) : shifted;
}

/** Reverses the bytes of 16 bits. */
static inline uint16_t
toe_bswap16(uint16_t value)
{
    return (uint16_t)(value << 8 | value >> 8);
}

/** Reverses the bytes of 32 bits. */
static inline uint32_t
toe_bswap32(uint32_t value)
{
    return (uint32_t)toe_bswap16((uint16_t)value) << 16 | toe_bswap16((uint16_t)(value >> 16));
}

/** Reverses the bytes of 64 bits. */
static inline uint64_t
toe_bswap64(uint64_t value)
{
    return (uint64_t)toe_bswap32((uint32_t)value) << 32 | toe_bswap32((uint32_t)(value >> 32));
}

#endif /* TOE_ARITH_H */

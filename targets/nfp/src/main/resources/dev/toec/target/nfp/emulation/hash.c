#include "std/hash.h"

#include "fault.h"

/** The IEEE 802.3 polynomial, most significant coefficient first. */
#define POLYNOMIAL 0x04c11db7U

uint32_t hash_me_crc32(const void *s, size_t n, uint32_t init)
{
    const uint32_t *words = s;
    uint32_t remainder = init;
    size_t i;
    unsigned int bit;

    if (n > 64 || n % 4 != 0)
        fault("hash_me_crc32 of %zu bytes", n);
    for (i = 0; i < n / 4; i++) {
        remainder ^= words[i];
        for (bit = 0; bit < 32; bit++)
            remainder = remainder & 0x80000000U ? remainder << 1 ^ POLYNOMIAL : remainder << 1;
    }
    return remainder;
}

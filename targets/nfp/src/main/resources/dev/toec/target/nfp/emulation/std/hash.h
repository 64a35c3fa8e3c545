/**
 * Hashes of the microengine's CRC unit.
 */
#ifndef STD_HASH_H
#define STD_HASH_H

#include <nfp.h>

/**
 * CRC-32 (IEEE 802.3) over the words of a key, most significant byte first.
 *
 * @param s words in registers or local memory
 * @param n bytes, a multiple of 4, at most 64
 * @param init start of the remainder
 */
uint32_t hash_me_crc32(const void *s, size_t n, uint32_t init);

#endif

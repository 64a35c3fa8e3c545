/**
 * Words in big-endian memory.
 */
#ifndef EMU_BIG_ENDIAN_H
#define EMU_BIG_ENDIAN_H

#include <stdint.h>

/** The word at `memory`. */
static inline uint32_t load_word(const unsigned char *memory)
{
    return (uint32_t)memory[0] << 24 | (uint32_t)memory[1] << 16 | (uint32_t)memory[2] << 8 | memory[3];
}

/** Writes `word` at `memory`. */
static inline void store_word(unsigned char *memory, uint32_t word)
{
    memory[0] = (unsigned char)(word >> 24);
    memory[1] = (unsigned char)(word >> 16);
    memory[2] = (unsigned char)(word >> 8);
    memory[3] = (unsigned char)word;
}

/** The doubleword at `memory`. */
static inline uint64_t load_doubleword(const unsigned char *memory)
{
    return (uint64_t)load_word(memory) << 32 | load_word(memory + 4);
}

/** Writes `doubleword` at `memory`. */
static inline void store_doubleword(unsigned char *memory, uint64_t doubleword)
{
    store_word(memory, (uint32_t)(doubleword >> 32));
    store_word(memory + 4, (uint32_t)doubleword);
}

#endif

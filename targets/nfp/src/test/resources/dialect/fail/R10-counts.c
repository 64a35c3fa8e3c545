static uint32_t shifts(uint32_t x, uint32_t n)
{
    uint64_t wide;

    wide = x << 32; /* expect R10 */
    wide = (uint64_t)x << 64; /* expect R10 */
    wide = wide >> (n & 127); /* expect R10 */
    x = x << n; /* expect R10 */
    x <<= n + 1; /* expect R10 */
    return x >> (n & 63); /* expect R10 */
}

static unsigned int quotient(unsigned int x, unsigned int y)
{
    return x / y; /* slow; expect R9 */
}

static unsigned int other(unsigned int x, unsigned int y, unsigned int z)
{
    return z == 0 ? 0 : x % y; /* slow; expect R9 */
}

static unsigned int zero(unsigned int x)
{
    return x / 0; /* slow; expect R9 */
}

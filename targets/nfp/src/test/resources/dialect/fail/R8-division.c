static unsigned int tenth(unsigned int x)
{
    return x / 10; /* expect R8 */
}

static unsigned int rest(unsigned int x)
{
    x %= 3; /* expect R8 */
    return x / 8;
}

static int fill(unsigned int count)
{
    unsigned int half;
    unsigned int words[count]; /* expect R4 */
    unsigned int fixed[4];

    half = 2;
    words[0] = half;
    fixed[half] = 1;
    {
        unsigned int inner[half]; /* expect R4 */

        inner[0] = fixed[0];
        return inner[0] + words[0];
    }
}

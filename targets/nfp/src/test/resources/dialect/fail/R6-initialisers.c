struct point { int x; int y; };

static const struct point origin = { .x = 0, .y = 0 }; /* expect R6 */
static const int primes[4] = { [1] = 3, 5 }; /* expect R6 */

static int total(void)
{
    int sum;

    sum = 0;
    for (int i = 0; i < 4; i++) /* expect R6 */
        sum += primes[i];
    return sum;
}

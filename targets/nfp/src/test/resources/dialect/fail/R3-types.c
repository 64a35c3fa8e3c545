#define RATE 1.5 /* expect R3 */

static float half(int n) /* expect R3 */
{
    double x; /* expect R3 */

    x = n;
    return x * 0.5 + 1e3; /* expect R3 */
}

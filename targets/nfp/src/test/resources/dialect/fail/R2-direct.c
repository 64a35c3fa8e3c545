static int factorial(int n) /* expect R2 */
{
    return n == 0 ? 1 : n * factorial(n - 1);
}

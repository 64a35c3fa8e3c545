static int odd(int n);

static int even(int n) /* expect R2 */
{
    return n == 0 ? 1 : odd(n - 1);
}

static int odd(int n) /* expect R2 */
{
    return n == 0 ? 0 : even(n - 1);
}

static int innocent(int n)
{
    return even(n);
}

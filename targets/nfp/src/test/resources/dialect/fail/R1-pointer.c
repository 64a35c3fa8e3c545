static int twice(int x)
{
    return 2 * x;
}

static int apply(int (*f)(int), int x) /* expect R1 */
{
    return f(x);
}

int main(void)
{
    return apply(twice, 3); /* expect R1 */
}

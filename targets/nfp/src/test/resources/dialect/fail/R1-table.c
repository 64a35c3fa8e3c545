static void (*handlers[2])(void);
static void (*handler)(void); /* expect R1 */

static void nothing(void)
{
}

int main(void)
{
    handler = &nothing; /* expect R1 */
    handlers[0] = nothing; /* expect R1 */
    return 0;
}

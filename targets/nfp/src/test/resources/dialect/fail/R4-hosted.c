static int sum(int n, ...) /* expect R4 */
{
    return n;
}

int main(void)
{
    char buffer[16];

    memset(buffer, 0, sizeof(buffer)); /* expect R4 */
    printf("%s", buffer); /* expect R4 */
    return sum(1);
}

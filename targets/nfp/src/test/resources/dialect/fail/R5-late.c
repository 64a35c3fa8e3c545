int main(void)
{
    int a;

    a = 1;
    int b; /* expect R5 */
    b = a;
    if (b) {
        a = 2;
        unsigned int c = 3; /* expect R5 */
        struct pair { int x; } d; /* expect R5 */
    }
    switch (a) {
    case 1:
        a = 3;
        static int e; /* expect R5 */
        break;
    }
    return a;
}

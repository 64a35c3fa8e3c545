#define NOP __asm nop /* expect R7 */

int main(void)
{
    __asm { nop } /* expect R7 */
    return 0;
}

# expect: E0826
        .section xdp, "ax", @progbits
        .globl address_shift
        .type address_shift, @function
address_shift:
        r0 = *(u32 *)(r1 + 0)
        r0 <<= 3
        r0 = 2
        exit
        .size address_shift, . - address_shift

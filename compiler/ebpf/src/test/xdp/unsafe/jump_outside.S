# expect: E0809
        .section xdp, "ax", @progbits
        .globl jump_outside
        .type jump_outside, @function
jump_outside:
        r0 = 2
        goto +100
        exit
        .size jump_outside, . - jump_outside

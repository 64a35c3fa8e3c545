# expect: E0809 middle
        .section xdp, "ax", @progbits
        .globl jump_into_lddw
        .type jump_into_lddw, @function
jump_into_lddw:
        r0 = 2
        if r0 == 1 goto +1
        r1 = 5 ll
        exit
        .size jump_into_lddw, . - jump_into_lddw

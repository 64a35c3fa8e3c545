# expect: E0809
        .section xdp, "ax", @progbits
        .globl falls_off
        .type falls_off, @function
falls_off:
        r0 = 2
        .size falls_off, . - falls_off

# expect: E0809 no path
        .section xdp, "ax", @progbits
        .globl unreachable
        .type unreachable, @function
unreachable:
        r0 = 2
        exit
        r0 = 1
        exit
        .size unreachable, . - unreachable

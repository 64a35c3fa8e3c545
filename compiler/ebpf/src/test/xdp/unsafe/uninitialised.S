# expect: E0820 r0
        .section xdp, "ax", @progbits
        .globl uninitialised
        .type uninitialised, @function
uninitialised:
        exit
        .size uninitialised, . - uninitialised

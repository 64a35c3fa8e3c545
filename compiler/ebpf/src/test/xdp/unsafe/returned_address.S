# expect: E0825 returns
        .section xdp, "ax", @progbits
        .globl returned_address
        .type returned_address, @function
returned_address:
        r0 = r1
        exit
        .size returned_address, . - returned_address

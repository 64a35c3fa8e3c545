# expect: E0808 divides
        .section xdp, "ax", @progbits
        .globl zero_division
        .type zero_division, @function
zero_division:
        r0 = 2
        r0 /= 0
        exit
        .size zero_division, . - zero_division

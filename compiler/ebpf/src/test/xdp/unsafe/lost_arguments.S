# expect: E0820 r1
        .section xdp, "ax", @progbits
        .globl lost_arguments
        .type lost_arguments, @function
lost_arguments:
        r6 = 0
        call get
        r0 = *(u32 *)(r1 + 0)
        exit
        .size lost_arguments, . - lost_arguments

        .text
        .type get, @function
get:
        r0 = 2
        exit
        .size get, . - get

# expect: E0823 outside
        .section xdp, "ax", @progbits
        .globl stack_overflow
        .type stack_overflow, @function
stack_overflow:
        r0 = 2
        *(u64 *)(r10 - 520) = r0
        exit
        .size stack_overflow, . - stack_overflow

# expect: E0823 aligned
        .section xdp, "ax", @progbits
        .globl stack_misaligned
        .type stack_misaligned, @function
stack_misaligned:
        r0 = 2
        *(u64 *)(r10 - 12) = r0
        exit
        .size stack_misaligned, . - stack_misaligned

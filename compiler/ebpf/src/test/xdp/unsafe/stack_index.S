# expect: E0840
        .section xdp, "ax", @progbits
        .globl stack_index
        .type stack_index, @function
stack_index:
        r2 = *(u32 *)(r1 + 0)
        r3 = *(u32 *)(r1 + 4)
        r0 = 2
        r4 = r2
        r4 += 2
        if r4 > r3 goto +6
        *(u64 *)(r10 - 8) = r0
        r4 = *(u16 *)(r2 + 0)
        r4 &= 1023
        r5 = r10
        r5 += r4
        r0 = *(u8 *)(r5 - 8)
        exit
        .size stack_index, . - stack_index

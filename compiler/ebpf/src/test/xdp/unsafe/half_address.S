# expect: E0825 part
        .section xdp, "ax", @progbits
        .globl half_address
        .type half_address, @function
half_address:
        *(u64 *)(r10 - 8) = r1
        r0 = *(u32 *)(r10 - 8)
        exit
        .size half_address, . - half_address

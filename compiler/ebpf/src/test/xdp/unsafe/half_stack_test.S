# expect: E0833 lower half
        .section xdp, "ax", @progbits
        .globl half_stack_test
        .type half_stack_test, @function
half_stack_test:
        r0 = 2
        r1 = r10
        if w1 == 0 goto end
        r0 = 1
end:
        exit
        .size half_stack_test, . - half_stack_test

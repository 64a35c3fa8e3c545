# expect: E0808 r10
        .section xdp, "ax", @progbits
        .globl frame_pointer
        .type frame_pointer, @function
frame_pointer:
        .byte 0xb7, 0x0a, 0, 0, 2, 0, 0, 0      # r10 = 2
        r0 = 2
        exit
        .size frame_pointer, . - frame_pointer

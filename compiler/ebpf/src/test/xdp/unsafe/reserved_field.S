# expect: E0808 not zero
        .section xdp, "ax", @progbits
        .globl reserved_field
        .type reserved_field, @function
reserved_field:
        .byte 0xb7, 0x10, 0, 0, 2, 0, 0, 0      # r0 = 2, source register set
        exit
        .size reserved_field, . - reserved_field

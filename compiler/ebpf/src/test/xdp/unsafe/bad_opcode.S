# expect: E0808
        .section xdp, "ax", @progbits
        .globl bad_opcode
        .type bad_opcode, @function
bad_opcode:
        .byte 0xff, 0, 0, 0, 0, 0, 0, 0
        exit
        .size bad_opcode, . - bad_opcode

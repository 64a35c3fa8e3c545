# Instructions of set 4, which clang 14 does not know: sign-extending moves and loads, signed division, bswap, long jump.
# Reads two 64-bit numbers of the packet and overwrites them with what the instructions make of them.
        .section xdp, "ax", @progbits
        .globl instruction_set4
        .type instruction_set4, @function
instruction_set4:
        r2 = *(u32 *)(r1 + 0)
        r3 = *(u32 *)(r1 + 4)
        r0 = 2
        r4 = r2
        r4 += 16
        if r4 > r3 goto out
        r5 = *(u64 *)(r2 + 0)
        r6 = *(u64 *)(r2 + 8)
        r7 = r5
        .byte 0x3f, 0x67, 1, 0, 0, 0, 0, 0       # r7 s/= r6
        r8 = r5
        .byte 0x9c, 0x68, 1, 0, 0, 0, 0, 0       # w8 s%= w6
        r7 ^= r8
        .byte 0xbf, 0x58, 8, 0, 0, 0, 0, 0       # r8 = (s8)r5
        r7 += r8
        .byte 0xbc, 0x58, 16, 0, 0, 0, 0, 0      # w8 = (s16)w5
        r7 += r8
        .byte 0xbf, 0x68, 32, 0, 0, 0, 0, 0      # r8 = (s32)r6
        r7 ^= r8
        .byte 0xd7, 7, 0, 0, 64, 0, 0, 0         # r7 = bswap64 r7
        .byte 0x91, 0x28, 3, 0, 0, 0, 0, 0       # r8 = *(s8 *)(r2 + 3)
        .byte 0x89, 0x29, 4, 0, 0, 0, 0, 0       # r9 = *(s16 *)(r2 + 4)
        r8 += r9
        .byte 0x81, 0x29, 8, 0, 0, 0, 0, 0       # r9 = *(s32 *)(r2 + 8)
        r8 ^= r9
        .byte 0xd7, 6, 0, 0, 32, 0, 0, 0         # r6 = bswap32 r6
        r8 += r6
        .byte 0xd7, 5, 0, 0, 16, 0, 0, 0         # r5 = bswap16 r5
        r8 ^= r5
        if r7 == 0 goto +1
        .byte 0x06, 0, 0, 0, 1, 0, 0, 0          # gotol +1
        r8 = 0
        *(u64 *)(r2 + 0) = r7
        *(u64 *)(r2 + 8) = r8
        r0 = 3
out:
        exit
        .size instruction_set4, . - instruction_set4

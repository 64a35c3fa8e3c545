package dev.toec.ebpf.insn;

/** What atomic operations are called (RFC 9669, section 5.3). */
public final class AtomicNames {
    private AtomicNames() {}

    /** The name of the operation numbered {@code operation}, for messages and disassembly. */
    public static String name(int operation) {
        return switch (operation) {
            case 0x00 -> "atomic_add";
            case 0x01 -> "atomic_fetch_add";
            case 0x40 -> "atomic_or";
            case 0x41 -> "atomic_fetch_or";
            case 0x50 -> "atomic_and";
            case 0x51 -> "atomic_fetch_and";
            case 0xa0 -> "atomic_xor";
            case 0xa1 -> "atomic_fetch_xor";
            case 0xe1 -> "atomic_xchg";
            case 0xf1 -> "atomic_cmpxchg";
            default -> "atomic_0x" + Integer.toHexString(operation);
        };
    }
}

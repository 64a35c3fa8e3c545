package dev.toec.ebpf.insn;

import dev.toec.ebpf.elf.ByteView;
import dev.toec.ebpf.elf.Refusal;

/**
 * The fields of one 8-byte slot (RFC 9669, section 3). Linking writes what it resolved into {@code source} and
 * {@code immediate} as the kernel's loader does.
 */
public record RawInsn(int opcode, int dst, int source, int offset, int immediate) {
    /** Bytes of a slot. */
    public static final int BYTES = 8;
    /** {@code lddw}: load a 64-bit immediate. */
    public static final int LDDW = 0x18;
    /** {@code call} of a helper or function. */
    public static final int CALL = 0x85;

    /** Source field of an {@code lddw} whose immediate is the number of a map of the object. */
    public static final int MAP = 1;
    /** Source field of an {@code lddw} of a section's number and, in the second slot, an offset in it. */
    public static final int SECTION_VALUE = 2;
    /** Source field of a call to a function of the program. */
    public static final int LOCAL = 1;
    /** Source field of a call to a function of the kernel. */
    public static final int KERNEL_FUNCTION = 2;

    /** Reads the slot at byte {@code at}. */
    public static RawInsn read(ByteView code, long at) throws Refusal {
        int registers = code.u8(at + 1);
        return new RawInsn(code.u8(at), registers & 0xf, registers >> 4, code.i16(at + 2), code.i32(at + 4));
    }

    /** The same with another source field and immediate. */
    public RawInsn with(int otherSource, int otherImmediate) {
        return new RawInsn(opcode, dst, otherSource, offset, otherImmediate);
    }

    boolean isBlank() {
        return opcode == 0 && dst == 0 && source == 0 && offset == 0;
    }
}

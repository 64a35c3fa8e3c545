package dev.toec.target.cpu;

import dev.toec.cgen.CType;
import dev.toec.ir.IrType;

/** The C types of values on a host. */
final class CpuTypes {
    /** A packet. */
    static final CType PACKET = CType.struct("toe_packet").pointer();

    private CpuTypes() {}

    static CType of(IrType type) {
        return switch (type) {
            case I1 -> CType.BOOL;
            case I8 -> CType.UINT8;
            case I16 -> CType.UINT16;
            case I32 -> CType.UINT32;
            case I64 -> CType.UINT64;
            case PACKET -> PACKET;
            case ENTRY -> CType.VOID.pointer();
        };
    }
}

package dev.toec.ebpf.lift;

import dev.toec.ir.FunctionBuilder.Local;
import dev.toec.ir.IrType;
import java.util.HashMap;
import java.util.Map;

/** The locals behind registers, and behind addresses on the stack, of each call frame. */
final class Variables {
    /**
     * One register or stack slot: the parts are used according to the kind it holds.
     *
     * @param number of a scalar
     * @param position of a packet pointer: bytes from the packet's first byte
     * @param entry of a map value pointer
     * @param within of a map value pointer: bytes from the value's first byte
     */
    record Variable(Local number, Local position, Local entry, Local within) {
        static Variable named(String name) {
            return new Variable(
                    new Local(name, IrType.I64),
                    new Local(name + "_at", IrType.I32),
                    new Local(name + "_entry", IrType.ENTRY),
                    new Local(name + "_within", IrType.I32));
        }
    }

    private final Map<String, Variable> variables = new HashMap<>();

    /** Register {@code register} of frame {@code frame}. */
    Variable register(int frame, int register) {
        return variables.computeIfAbsent((frame == 0 ? "r" : "f" + frame + "_r") + register, Variable::named);
    }

    /** The address stored at {@code offset} of frame {@code frame}. */
    Variable slot(int frame, int offset) {
        return variables.computeIfAbsent((frame == 0 ? "spill" : "f" + frame + "_spill") + -offset, Variable::named);
    }
}

package dev.toec.pass;

import dev.toec.ir.Instruction;
import dev.toec.ir.Instruction.*;

/** What an instruction does beside computing its results. */
final class Effects {
    private Effects() {}

    /** Whether it can be left out when nobody needs its results. */
    static boolean isPure(Instruction i) {
        return isArithmetic(i)
                || i instanceof PacketLength
                || i instanceof PacketLoad
                || i instanceof VariableLoad
                || i instanceof TableFind
                || i instanceof FieldLoad
                || i instanceof BytesLoad;
    }

    /** Whether its result depends on its operands only. */
    static boolean isArithmetic(Instruction i) {
        return i instanceof Constant
                || i instanceof Binary
                || i instanceof Compare
                || i instanceof Unary
                || i instanceof Convert
                || i instanceof Select
                || i instanceof EntryPresent;
    }

    /** Whether the length of a packet may be another one afterwards. */
    static boolean resizesPackets(Instruction i) {
        return i instanceof PacketRemove || i instanceof Call || i instanceof HookCall;
    }

    /** Whether bytes of a packet may be others afterwards. */
    static boolean writesPackets(Instruction i) {
        return i instanceof PacketStore || resizesPackets(i);
    }
}

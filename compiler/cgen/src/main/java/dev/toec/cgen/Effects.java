package dev.toec.cgen;

import dev.toec.ir.Block;
import dev.toec.ir.Function;
import dev.toec.ir.Instruction;
import dev.toec.ir.Instruction.*;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What an instruction reads and writes beyond values, as bits: two instructions may change places unless one writes what
 * the other touches.
 */
final class Effects implements Instruction.Visitor<Integer> {
    /** Touches nothing but values. */
    static final int PURE = 0;

    private static final int READ_PACKET = 1;
    private static final int READ_TABLE = 1 << 1;
    private static final int READ_VARIABLE = 1 << 2;
    private static final int READS = READ_PACKET | READ_TABLE | READ_VARIABLE;
    private static final int WRITE_SHIFT = 3;
    private static final int WRITE_PACKET = READ_PACKET << WRITE_SHIFT;
    private static final int WRITE_TABLE = READ_TABLE << WRITE_SHIFT;
    private static final int WRITE_VARIABLE = READ_VARIABLE << WRITE_SHIFT;
    /** Counters, work given away: order among them is kept, nothing reads them. */
    private static final int OUTPUT = 1 << 6;

    private static final int EVERYTHING = (1 << 7) - 1;

    private final Map<String, Function> functions = new HashMap<>();
    private final Map<String, Integer> ofFunction = new HashMap<>();

    /** @param functions what calls may name; no two call each other in a circle */
    Effects(List<Function> functions) {
        functions.forEach(f -> this.functions.put(f.name(), f));
    }

    private int of(Function function) {
        int effects = PURE;
        for (Block block : function.blocks()) {
            for (Instruction i : block.body()) {
                effects |= of(i);
            }
        }
        return effects;
    }

    int of(Instruction instruction) {
        return instruction.accept(this);
    }

    /** Whether something with {@code effects} must be executed even if nobody uses its result. */
    static boolean matters(int effects) {
        return (effects & ~READS) != 0;
    }

    /** Whether two instructions with these effects must keep their order. */
    static boolean conflict(int a, int b) {
        boolean written = ((a >> WRITE_SHIFT) & b & READS) != 0 || ((b >> WRITE_SHIFT) & a & READS) != 0;
        return written || (a & b & ~READS) != 0;
    }

    @Override
    public Integer constant(Constant i) {
        return PURE;
    }

    @Override
    public Integer binary(Binary i) {
        return PURE;
    }

    @Override
    public Integer compare(Compare i) {
        return PURE;
    }

    @Override
    public Integer unary(Unary i) {
        return PURE;
    }

    @Override
    public Integer convert(Convert i) {
        return PURE;
    }

    @Override
    public Integer select(Select i) {
        return PURE;
    }

    @Override
    public Integer packetLength(PacketLength i) {
        return READ_PACKET;
    }

    @Override
    public Integer packetLoad(PacketLoad i) {
        return READ_PACKET;
    }

    @Override
    public Integer packetStore(PacketStore i) {
        return WRITE_PACKET;
    }

    @Override
    public Integer packetRemove(PacketRemove i) {
        return WRITE_PACKET;
    }

    @Override
    public Integer packetDrop(PacketDrop i) {
        return WRITE_PACKET | OUTPUT;
    }

    @Override
    public Integer emit(Emit i) {
        return WRITE_PACKET | OUTPUT;
    }

    @Override
    public Integer skip(Skip i) {
        return OUTPUT;
    }

    @Override
    public Integer counterAdd(CounterAdd i) {
        return OUTPUT;
    }

    @Override
    public Integer variableLoad(VariableLoad i) {
        return READ_VARIABLE;
    }

    @Override
    public Integer variableStore(VariableStore i) {
        return WRITE_VARIABLE;
    }

    @Override
    public Integer tableFind(TableFind i) {
        return READ_TABLE;
    }

    @Override
    public Integer entryPresent(EntryPresent i) {
        return PURE;
    }

    @Override
    public Integer fieldLoad(FieldLoad i) {
        return READ_TABLE;
    }

    @Override
    public Integer fieldStore(FieldStore i) {
        return WRITE_TABLE;
    }

    @Override
    public Integer bytesLoad(BytesLoad i) {
        return READ_TABLE;
    }

    @Override
    public Integer bytesStore(BytesStore i) {
        return WRITE_TABLE;
    }

    @Override
    public Integer bytesAdd(BytesAdd i) {
        return WRITE_TABLE;
    }

    @Override
    public Integer tableInsert(TableInsert i) {
        return READ_TABLE | WRITE_TABLE;
    }

    @Override
    public Integer tableRemove(TableRemove i) {
        return READ_TABLE | WRITE_TABLE;
    }

    @Override
    public Integer call(Call i) {
        Integer known = ofFunction.get(i.function());
        if (known == null) {
            known = functions.containsKey(i.function()) ? of(functions.get(i.function())) : EVERYTHING;
            ofFunction.put(i.function(), known);
        }
        return known;
    }

    @Override
    public Integer hookCall(HookCall i) {
        return EVERYTHING;
    }
}

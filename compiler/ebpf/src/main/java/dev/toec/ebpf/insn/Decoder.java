package dev.toec.ebpf.insn;

import dev.toec.diag.Code;
import dev.toec.ebpf.elf.Fault;
import dev.toec.ebpf.elf.Refusal;
import java.util.ArrayList;
import java.util.List;

/**
 * Decodes a linked program. The low three bits of an opcode are its class; the table of classes is {@link #decode}, those of
 * operations and conditions are {@link AluOp} and {@link Condition}. A field an instruction does not use must be zero, so
 * that a later extension is never mistaken for what it was before.
 */
public final class Decoder {
    private static final int REGISTER_SOURCE = 0x08;
    private static final int MODE_MEMORY = 0x60;
    private static final int MODE_MEMORY_SIGNED = 0x80;
    private static final int MODE_ATOMIC = 0xc0;
    private static final int CODE_NEG = 0x80;
    private static final int CODE_MOV = 0xb0;
    private static final int CODE_END = 0xd0;

    private final List<RawInsn> slots;
    private int slot;
    private RawInsn raw;

    private Decoder(List<RawInsn> slots) {
        this.slots = slots;
    }

    /** One instruction per slot; the second slot of an {@code lddw} holds {@code null}. */
    public static List<Insn> decode(List<RawInsn> slots) throws Refusal {
        Decoder decoder = new Decoder(slots);
        List<Insn> insns = new ArrayList<>();
        while (insns.size() < slots.size()) {
            decoder.slot = insns.size();
            decoder.raw = slots.get(decoder.slot);
            Insn insn = decoder.decode();
            insns.add(insn);
            if (insn.slots() == 2) {
                insns.add(null);
            }
        }
        return insns;
    }

    private Insn decode() throws Refusal {
        check(raw.dst() <= Insn.FRAME_POINTER && raw.source() <= Insn.FRAME_POINTER, "it names a register above r10");
        return switch (raw.opcode() & 7) {
            case 0 -> wideLoad();
            case 1 -> load();
            case 2 -> storeImmediate();
            case 3 -> storeRegister();
            case 4 -> arithmetic(false);
            case 5 -> jump(true);
            case 6 -> jump(false);
            default -> arithmetic(true);
        };
    }

    private Insn wideLoad() throws Refusal {
        int mode = raw.opcode() & 0xe0;
        if (mode == 0x20 || mode == 0x40) {
            throw Fault.of(
                            Code.E0812,
                            "the packet load `" + (mode == 0x20 ? "LD_ABS" : "LD_IND") + "` is not supported")
                    .at(slot)
                    .withNote("it is a relic of socket filters and not allowed in XDP programs")
                    .withFix("read the packet through `ctx->data`")
                    .refusal();
        }
        check(raw.opcode() == RawInsn.LDDW, "there is no such opcode");
        check(slot + 1 < slots.size() && slots.get(slot + 1).isBlank(), "the second slot of `lddw` is missing");
        check(raw.offset() == 0, "its offset field is not zero");
        int next = slots.get(slot + 1).immediate();
        writable(raw.dst());
        return switch (raw.source()) {
            case 0 -> new Insn.LoadConstant(raw.dst(), (long) next << 32 | raw.immediate() & 0xffffffffL);
            case RawInsn.MAP -> new Insn.LoadMap(raw.dst(), raw.immediate());
            case RawInsn.SECTION_VALUE -> new Insn.LoadReadOnly(raw.dst(), raw.immediate(), next);
            default ->
                throw Fault.of(
                                Code.E0807,
                                "`lddw` refers to something of kind " + raw.source() + " that toec does not provide")
                        .at(slot)
                        .withNote("only constants, maps and `.rodata` can be referred to")
                        .refusal();
        };
    }

    private Insn load() throws Refusal {
        int mode = raw.opcode() & 0xe0;
        int bytes = bytes();
        boolean signed = mode == MODE_MEMORY_SIGNED;
        check(mode == MODE_MEMORY || signed && bytes < 8, "there is no such opcode");
        check(raw.immediate() == 0, "its immediate field is not zero");
        writable(raw.dst());
        return new Insn.Load(raw.dst(), raw.source(), raw.offset(), bytes, signed);
    }

    private Insn storeImmediate() throws Refusal {
        check((raw.opcode() & 0xe0) == MODE_MEMORY, "there is no such opcode");
        check(raw.source() == 0, "its source field is not zero");
        return new Insn.Store(raw.dst(), raw.offset(), bytes(), Operand.ofImmediate(raw.immediate()));
    }

    private Insn storeRegister() throws Refusal {
        int mode = raw.opcode() & 0xe0;
        int bytes = bytes();
        if (mode == MODE_ATOMIC) {
            check(bytes >= 4, "atomic operations have 4 or 8 bytes");
            return new Insn.Atomic(raw.dst(), raw.offset(), bytes, raw.source(), raw.immediate());
        }
        check(mode == MODE_MEMORY, "there is no such opcode");
        check(raw.immediate() == 0, "its immediate field is not zero");
        return new Insn.Store(raw.dst(), raw.offset(), bytes, Operand.ofRegister(raw.source()));
    }

    private int bytes() {
        return switch (raw.opcode() & 0x18) {
            case 0x00 -> 4;
            case 0x08 -> 2;
            case 0x10 -> 1;
            default -> 8;
        };
    }

    private Insn arithmetic(boolean wide) throws Refusal {
        writable(raw.dst());
        return switch (raw.opcode() & 0xf0) {
            case CODE_NEG -> negate(wide);
            case CODE_MOV -> move(wide);
            case CODE_END -> swap(wide);
            default -> binary(wide);
        };
    }

    private Insn negate(boolean wide) throws Refusal {
        check((raw.opcode() & REGISTER_SOURCE) == 0, "there is no such opcode");
        check(raw.source() == 0 && raw.offset() == 0 && raw.immediate() == 0, "a field it does not use is not zero");
        return new Insn.Negate(wide, raw.dst());
    }

    private Insn move(boolean wide) throws Refusal {
        Operand source = operand();
        int bits = raw.offset();
        boolean extends32 = bits == 32 && wide;
        check(
                bits == 0 || source.isRegister() && (bits == 8 || bits == 16 || extends32),
                "its offset field is not zero");
        return new Insn.Move(wide, raw.dst(), source, bits);
    }

    private Insn swap(boolean wide) throws Refusal {
        boolean toBig = (raw.opcode() & REGISTER_SOURCE) != 0;
        int bits = raw.immediate();
        check(!(wide && toBig), "there is no such opcode");
        check(raw.source() == 0 && raw.offset() == 0, "a field it does not use is not zero");
        check(bits == 16 || bits == 32 || bits == 64, "it swaps " + bits + " bits, not 16, 32 or 64");
        String name = wide ? "bswap" : toBig ? "be" : "le";
        return new Insn.Swap(raw.dst(), bits, wide || toBig, name + bits);
    }

    private Insn binary(boolean wide) throws Refusal {
        AluOp op = AluOp.of(raw.opcode() & 0xf0);
        check(op != null, "there is no such opcode");
        Operand source = operand();
        check(raw.offset() == 0 || raw.offset() == 1 && op.isDivision(), "its offset field is not zero");
        if (raw.offset() == 1) {
            op = op.signed();
        }
        if (!source.isRegister()) {
            check(!op.isDivision() || source.immediate() != 0, "it divides by the constant zero");
            long width = wide ? 64 : 32;
            boolean inWidth = source.immediate() >= 0 && source.immediate() < width;
            check(!op.isShift() || inWidth, "it shifts by " + source.immediate() + " bits, the operand has " + width);
        }
        return new Insn.Alu(op, wide, raw.dst(), source);
    }

    private Operand operand() throws Refusal {
        if ((raw.opcode() & REGISTER_SOURCE) != 0) {
            check(raw.immediate() == 0, "its immediate field is not zero");
            return Operand.ofRegister(raw.source());
        }
        check(raw.source() == 0, "its source field is not zero");
        return Operand.ofImmediate(raw.immediate());
    }

    private Insn jump(boolean wide) throws Refusal {
        boolean immediate = (raw.opcode() & REGISTER_SOURCE) == 0;
        return switch (raw.opcode() & 0xf0) {
            case 0x00 -> always(wide, immediate);
            case 0x80 -> call(wide, immediate);
            case 0x90 -> exit(wide, immediate);
            default -> branch(wide);
        };
    }

    private Insn always(boolean wide, boolean immediate) throws Refusal {
        check(immediate && raw.dst() == 0 && raw.source() == 0, "a field it does not use is not zero");
        int distance = wide ? raw.offset() : raw.immediate();
        check((wide ? raw.immediate() : raw.offset()) == 0, "a field it does not use is not zero");
        return new Insn.Jump(target(distance));
    }

    private Insn call(boolean wide, boolean immediate) throws Refusal {
        check(wide, "there is no such opcode");
        if (!immediate) {
            throw unsupportedCall("calls through a register are not supported", "call the function by its name");
        }
        check(raw.dst() == 0 && raw.offset() == 0, "a field it does not use is not zero");
        return switch (raw.source()) {
            case 0 -> new Insn.CallHelper(raw.immediate());
            case RawInsn.LOCAL -> new Insn.CallLocal(target(raw.immediate()));
            default -> throw unsupportedCall("calls of kernel functions are not supported", "use a helper function");
        };
    }

    private Refusal unsupportedCall(String what, String fix) {
        return Fault.of(Code.E0811, what).at(slot).withFix(fix).refusal();
    }

    private Insn exit(boolean wide, boolean immediate) throws Refusal {
        boolean blank = raw.dst() == 0 && raw.source() == 0 && raw.offset() == 0 && raw.immediate() == 0;
        check(wide && immediate, "there is no such opcode");
        check(blank, "a field it does not use is not zero");
        return new Insn.Exit();
    }

    private Insn branch(boolean wide) throws Refusal {
        Condition condition = Condition.of(raw.opcode() & 0xf0);
        check(condition != null, "there is no such opcode");
        return new Insn.Branch(condition, wide, raw.dst(), operand(), target(raw.offset()));
    }

    private int target(int distance) throws Refusal {
        long target = slot + 1L + distance;
        if (target < 0 || target >= slots.size()) {
            throw Fault.of(Code.E0809, "it jumps to slot " + target + " of a program of " + slots.size() + " slots")
                    .at(slot)
                    .withFix("compile the object again; it is damaged")
                    .refusal();
        }
        return (int) target;
    }

    private void writable(int register) throws Refusal {
        check(register != Insn.FRAME_POINTER, "it writes r10, the frame pointer, which is read-only");
    }

    private void check(boolean holds, String what) throws Refusal {
        if (!holds) {
            String hex = String.format("%02x", raw.opcode());
            throw Fault.of(Code.E0808, "invalid instruction with opcode 0x" + hex + ": " + what)
                    .at(slot)
                    .withNote("RFC 9669 requires fields that an instruction does not use to be zero")
                    .withFix("compile the object again with clang; it is damaged or uses a newer instruction set")
                    .refusal();
        }
    }
}

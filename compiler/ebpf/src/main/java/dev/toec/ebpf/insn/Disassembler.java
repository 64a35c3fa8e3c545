package dev.toec.ebpf.insn;

/** The text of an instruction, in the C-like style of LLVM and the kernel; jumps name the slot they go to. */
public final class Disassembler implements Insn.Visitor<String, RuntimeException> {
    private Disassembler() {}

    /** One line without its slot number. */
    public static String text(Insn insn) {
        return insn.accept(new Disassembler());
    }

    static String register(int register, boolean wide) {
        return (wide ? "r" : "w") + register;
    }

    private static String memory(int bytes, boolean signed, int base, int offset) {
        String sign = offset < 0 ? " - " : " + ";
        return "*(" + (signed ? "s" : "u") + bytes * 8 + " *)(r" + base + sign + Math.abs(offset) + ")";
    }

    @Override
    public String alu(Insn.Alu insn) {
        return register(insn.dst(), insn.wide()) + " " + insn.op() + " "
                + insn.source().text(insn.wide());
    }

    @Override
    public String move(Insn.Move insn) {
        String cast = insn.signBits() == 0 ? "" : "(s" + insn.signBits() + ")";
        return register(insn.dst(), insn.wide()) + " = " + cast + insn.source().text(insn.wide());
    }

    @Override
    public String negate(Insn.Negate insn) {
        String register = register(insn.dst(), insn.wide());
        return register + " = -" + register;
    }

    @Override
    public String swap(Insn.Swap insn) {
        return "r" + insn.dst() + " = " + insn.name() + " r" + insn.dst();
    }

    @Override
    public String loadConstant(Insn.LoadConstant insn) {
        return "r" + insn.dst() + " = 0x" + Long.toHexString(insn.value()) + " ll";
    }

    @Override
    public String loadMap(Insn.LoadMap insn) {
        return "r" + insn.dst() + " = map[" + insn.map() + "] ll";
    }

    @Override
    public String loadReadOnly(Insn.LoadReadOnly insn) {
        return "r" + insn.dst() + " = section[" + insn.section() + "] + " + insn.offset() + " ll";
    }

    @Override
    public String load(Insn.Load insn) {
        return "r" + insn.dst() + " = " + memory(insn.bytes(), insn.signed(), insn.base(), insn.offset());
    }

    @Override
    public String store(Insn.Store insn) {
        return memory(insn.bytes(), false, insn.base(), insn.offset()) + " = "
                + insn.value().text(true);
    }

    @Override
    public String atomic(Insn.Atomic insn) {
        String place = memory(insn.bytes(), false, insn.base(), insn.offset());
        String source = "r" + insn.source();
        return insn.operation() == Insn.Atomic.ADD
                ? "lock " + place + " += " + source
                : AtomicNames.name(insn.operation()) + "(" + place + ", " + source + ")";
    }

    @Override
    public String jump(Insn.Jump insn) {
        return "goto " + insn.target();
    }

    @Override
    public String branch(Insn.Branch insn) {
        return "if " + register(insn.left(), insn.wide()) + " " + insn.condition() + " "
                + insn.right().text(insn.wide()) + " goto " + insn.target();
    }

    @Override
    public String callHelper(Insn.CallHelper insn) {
        return "call " + HelperNames.name(insn.helper()) + "#" + insn.helper();
    }

    @Override
    public String callLocal(Insn.CallLocal insn) {
        return "call " + insn.target();
    }

    @Override
    public String exit(Insn.Exit insn) {
        return "exit";
    }
}

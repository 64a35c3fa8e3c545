package dev.toec.ebpf.verify;

import dev.toec.diag.Code;
import dev.toec.ebpf.elf.Fault;
import dev.toec.ebpf.elf.Refusal;
import dev.toec.ebpf.insn.HelperNames;
import dev.toec.ebpf.load.LinkedProgram;
import dev.toec.ebpf.load.MapDefinition;
import dev.toec.ebpf.load.MapType;
import dev.toec.ebpf.verify.Register.Pointer;
import dev.toec.ebpf.verify.Register.Scalar;
import dev.toec.ebpf.verify.Shape.Kind;

/** Checks calls of helpers and of the program's own functions, and does what they do to the state. */
final class Calls {
    /** Most functions active at once. */
    private static final int MAX_DEPTH = Verifier.MAX_FRAMES;

    private static final long MAX_KEY_BYTES = Stack.BYTES;
    private static final long MAX_VALUE_BYTES = 1 << 16;
    private static final long MAX_CAPACITY = 1 << 24;
    /** {@code BPF_F_NO_PREALLOC} and {@code BPF_F_NUMA_NODE}: where memory comes from, not what the map does. */
    private static final long HARMLESS_FLAGS = 1 | 4;

    private final LinkedProgram program;
    private final Facts facts;
    private final Memory memory;

    Calls(LinkedProgram program, Facts facts, Memory memory) {
        this.program = program;
        this.facts = facts;
        this.memory = memory;
    }

    /** Checks that the program may refer to map {@code index}. */
    void checkMap(int index) throws Refusal {
        MapDefinition map = program.maps().get(index);
        if (map.type() != MapType.HASH) {
            throw Fault.of(Code.E0806, "map `" + map.name() + "` is of type " + map.type() + ", which is not supported")
                    .withNote("supported is HASH")
                    .withFix("declare it as BPF_MAP_TYPE_HASH")
                    .refusal();
        }
        boolean sizes = inRange(map.keyBytes(), MAX_KEY_BYTES)
                && inRange(map.valueBytes(), MAX_VALUE_BYTES)
                && inRange(map.capacity(), MAX_CAPACITY);
        if (!sizes) {
            throw Fault.of(Code.E0805, map.summary() + " is out of range")
                    .withNote("a key has 1 to 512 bytes, a value 1 to 65536, and a map 1 to 16777216 entries")
                    .withFix("set the key's and the value's type and `max_entries`")
                    .refusal();
        }
        if ((map.flags() & ~HARMLESS_FLAGS) != 0) {
            throw Fault.of(Code.E0806, "map `" + map.name() + "` has flags 0x" + Long.toHexString(map.flags()))
                    .withNote("only BPF_F_NO_PREALLOC and BPF_F_NUMA_NODE are supported")
                    .withFix("remove `map_flags`")
                    .refusal();
        }
    }

    private static boolean inRange(long value, long max) {
        return value >= 1 && value <= max;
    }

    /** Calls helper {@code number}. */
    void helper(State state, int number, int identity) throws Refusal {
        Helper helper = Helper.of(number);
        if (helper == null) {
            throw Fault.of(
                            Code.E0810,
                            "helper function " + HelperNames.name(number) + " (" + number + ") is not supported")
                    .withNote("supported are map_lookup_elem (1), map_update_elem (2) and map_delete_elem (3)")
                    .withFix("remove the call, or do without this program on the NIC")
                    .refusal();
        }
        MapDefinition map = mapArgument(state, helper);
        for (int i = 1; i < helper.arguments().size(); i++) {
            argument(state, helper.arguments().get(i), i + 1, map);
        }
        if (helper.replacesEntries()) {
            state.replaceAll(r -> isEntry(r, map.index()) ? ((Pointer) r).withKind(Kind.STALE) : r);
        }
        state.forgetArguments();
        state.set(0, result(helper, map, identity));
    }

    private static boolean isEntry(Register register, int map) {
        return register instanceof Pointer p
                && p.object() == map
                && (p.kind() == Kind.VALUE || p.kind() == Kind.VALUE_OR_NULL);
    }

    private MapDefinition mapArgument(State state, Helper helper) throws Refusal {
        if (state.get(1) instanceof Pointer p && p.kind() == Kind.MAP) {
            return program.maps().get(p.object());
        }
        throw wrong(1, "must be a map, but holds " + state.get(1).shape().kind(), "pass the map's address");
    }

    private void argument(State state, Helper.Argument kind, int register, MapDefinition map) throws Refusal {
        Register value = state.get(register);
        if (value.shape().kind() == Kind.UNSET) {
            throw wrong(register, "was not written on this path", "pass an argument");
        }
        switch (kind) {
            case KEY -> memory.readable(state, value, "r" + register, (int) map.keyBytes());
            case VALUE -> memory.readable(state, value, "r" + register, (int) map.valueBytes());
            default -> flags(state, value, register);
        }
    }

    private void flags(State state, Register value, int register) throws Refusal {
        if (value instanceof Scalar s && s.bounds().isConstant()) {
            long known = facts.flagsAt(state.slot, s.bounds().umin());
            if (known == s.bounds().umin()) {
                return;
            }
        }
        throw wrong(register, "must be one constant, but is " + value, "pass BPF_ANY, BPF_NOEXIST or BPF_EXIST");
    }

    private static Refusal wrong(int register, String how, String fix) {
        return Fault.of(Code.E0830, "argument r" + register + " of a helper function " + how)
                .withFix(fix)
                .refusal();
    }

    private static Register result(Helper helper, MapDefinition map, int identity) {
        return helper.result() == Kind.VALUE_OR_NULL
                ? new Pointer(Kind.VALUE_OR_NULL, map.index(), 0, Bounds.of(0), identity, 0)
                : Register.UNKNOWN;
    }

    /** Enters the function at {@code target}; {@code state.slot} is that of the call. */
    void enter(State state, int target) throws Refusal {
        if (state.frames().size() >= MAX_DEPTH) {
            throw Fault.of(Code.E0811, "functions call each other more than " + MAX_DEPTH + " deep")
                    .withNote("a function that calls itself has no bound")
                    .withFix("replace recursion by a loop with a constant bound")
                    .refusal();
        }
        Frame callee = Frame.entering(state.slot + 1);
        for (int i = 1; i <= 5; i++) {
            callee.set(i, state.get(i));
        }
        state.set(0, Register.UNSET);
        state.forgetArguments();
        state.frames().add(callee);
        state.slot = target;
    }

    /** Leaves the running function, which another one called. */
    void leave(State state) throws Refusal {
        Register result = state.get(0);
        int depth = state.depth();
        if (result instanceof Pointer p && p.kind() == Kind.STACK && p.object() == depth) {
            throw Fault.of(Code.E0825, "a function returns the address of one of its own variables")
                    .withFix("let the caller pass the variable")
                    .refusal();
        }
        state.slot = state.frame().returnSlot;
        state.frames().remove(depth);
        state.set(0, result);
    }
}

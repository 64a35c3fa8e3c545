package dev.toec.ebpf.verify;

import dev.toec.diag.Code;
import dev.toec.ebpf.elf.ByteView;
import dev.toec.ebpf.elf.Fault;
import dev.toec.ebpf.elf.Refusal;
import dev.toec.ebpf.load.LinkedProgram;
import dev.toec.ebpf.verify.Register.Pointer;
import dev.toec.ebpf.verify.Shape.Kind;
import java.util.BitSet;
import java.util.List;

/** Checks accesses to memory, and says what loads give. */
final class Memory {
    private final LinkedProgram program;
    private final Facts facts;
    private final List<BitSet> loaded;

    /** @param loaded bytes of each frame's stack that are loaded anywhere; added to here */
    Memory(LinkedProgram program, Facts facts, List<BitSet> loaded) {
        this.program = program;
        this.facts = facts;
        this.loaded = loaded;
    }

    /** What loading {@code bytes} bytes through {@code base}, named {@code name}, gives. */
    Register load(State state, Register base, String name, int offset, int bytes) throws Refusal {
        Pointer pointer = pointer(base, name).moved(offset);
        switch (pointer.kind()) {
            case CONTEXT -> {
                return contextField(pointer, bytes);
            }
            case STACK -> {
                return loadStack(state, pointer, bytes);
            }
            case READ_ONLY -> {
                return Register.constant(constant(pointer, bytes));
            }
            default -> {
                checkRange(pointer, name, bytes);
                return Register.scalar(Bounds.unsigned(bytes * 8));
            }
        }
    }

    private static Pointer pointer(Register base, String name) throws Refusal {
        if (base instanceof Pointer pointer) {
            return pointer;
        }
        throw Fault.of(
                        Code.E0831,
                        "memory is accessed through " + name + ", which holds "
                                + base.shape().kind())
                .withNote(name + " is " + base)
                .withFix("access memory only through `ctx->data`, the stack and what map look-ups return")
                .refusal();
    }

    private static Register contextField(Pointer pointer, int bytes) throws Refusal {
        boolean whole = bytes == 4 && pointer.variable().isConstant();
        if (whole && pointer.offset() == 0) {
            return Register.pointer(Kind.PACKET, 0);
        }
        if (whole && pointer.offset() == 4) {
            return Register.pointer(Kind.PACKET_END, 0);
        }
        if (whole && pointer.offset() == 8) {
            return Register.pointer(Kind.PACKET_META, 0);
        }
        throw Fault.of(Code.E0828, "the context's field " + fieldName(pointer.offset()) + " is not provided")
                .withNote("a hook knows the packet, not the interface or queue it came from")
                .withFix("use `data`, `data_end` and `data_meta` only")
                .refusal();
    }

    private static String fieldName(long offset) {
        return switch ((int) offset) {
            case 0 -> "`data`, in a width other than 4 bytes,";
            case 4 -> "`data_end`, in a width other than 4 bytes,";
            case 8 -> "`data_meta`, in a width other than 4 bytes,";
            case 12 -> "`ingress_ifindex`";
            case 16 -> "`rx_queue_index`";
            case 20 -> "`egress_ifindex`";
            default -> "at byte " + offset;
        };
    }

    private Register loadStack(State state, Pointer pointer, int bytes) throws Refusal {
        Stack stack = readableStack(state, pointer, bytes, true);
        int start = Stack.BYTES + (int) pointer.offset();
        loaded.get(pointer.object()).set(start, start + bytes);
        Register value = stack.load(pointer.offset(), bytes);
        if (!value.shape().isPointer() && stack.holdsAddress(pointer.offset(), bytes)) {
            throw leak("a part of an address is read from the stack as a number");
        }
        return value;
    }

    private Stack readableStack(State state, Pointer pointer, int bytes, boolean aligned) throws Refusal {
        checkStack(pointer, bytes, aligned);
        facts.stack(pointer.object(), pointer.offset(), bytes);
        Stack stack = state.frames().get(pointer.object()).stack();
        int hole = stack.firstUnwritten(pointer.offset(), bytes);
        if (hole < bytes) {
            throw unwritten(pointer.offset(), hole, bytes, aligned ? "read" : "handed to a helper");
        }
        return stack;
    }

    private static Refusal unwritten(long from, int hole, int bytes, String how) {
        return Fault.of(Code.E0824, "stack byte r10" + (from + hole) + " is " + how + " before it is written")
                .withNote("it is byte " + hole + " of " + bytes + " from r10" + from
                        + "; padding of a struct counts, and an initialiser such as `{.a = 1}` leaves it unwritten")
                .withFix("clear the whole variable first: `__builtin_memset(&value, 0, sizeof value);`")
                .refusal();
    }

    private static void checkStack(Pointer pointer, int bytes, boolean aligned) throws Refusal {
        long offset = pointer.offset();
        if (offset < -Stack.BYTES || offset + bytes > 0) {
            throw Fault.of(
                            Code.E0823,
                            bytes + " bytes at r10" + (offset < 0 ? "" : "+") + offset + " are outside of the stack")
                    .withNote("a function has " + Stack.BYTES + " bytes below r10")
                    .withFix(
                            offset < -Stack.BYTES
                                    ? "keep large data in a map"
                                    : "access variables inside of their bounds")
                    .refusal();
        }
        if (aligned && offset % bytes != 0) {
            throw Fault.of(Code.E0823, bytes + " bytes at r10" + offset + " are not aligned to their size")
                    .withNote("stack accesses must be aligned so that what is stored can be followed")
                    .withFix("align the variable, or access it byte by byte")
                    .refusal();
        }
    }

    private long constant(Pointer pointer, int bytes) throws Refusal {
        ByteView data = program.readOnly().get(pointer.object());
        return data.withCode(Code.E0831).number(pointer.offset(), bytes);
    }

    /** Checks a store of {@code value} and performs it where the stack is concerned. */
    void store(State state, Register base, String name, int offset, int bytes, Register value) throws Refusal {
        Pointer pointer = pointer(base, name).moved(offset);
        if (pointer.kind() == Kind.STACK) {
            storeStack(state, pointer, bytes, value);
            return;
        }
        if (value.shape().isPointer()) {
            throw leak("an address (" + value.shape().kind() + ") is written to " + pointer.kind());
        }
        checkWritable(pointer);
        checkRange(pointer, name, bytes);
    }

    private void storeStack(State state, Pointer pointer, int bytes, Register value) throws Refusal {
        checkStack(pointer, bytes, true);
        if (value.shape().isPointer() && bytes != 8) {
            throw leak("a part of an address is stored");
        }
        facts.stack(pointer.object(), pointer.offset(), bytes);
        Frame frame = state.frames().get(pointer.object());
        frame.setStack(frame.stack().store(pointer.offset(), bytes, low(value, bytes)));
    }

    private static Register low(Register value, int bytes) {
        if (value instanceof Register.Scalar s && bytes < 8 && s.bounds().umax() >>> bytes * 8 != 0) {
            return Register.scalar(s.bounds().truncate(bytes * 8));
        }
        return value;
    }

    private static void checkWritable(Pointer pointer) throws Refusal {
        if (pointer.kind() == Kind.CONTEXT || pointer.kind() == Kind.READ_ONLY) {
            throw Fault.of(Code.E0834, "a write to " + pointer.kind() + ", which is read-only")
                    .withFix("copy it to a local variable and change that")
                    .refusal();
        }
    }

    /** Checks an atomic operation's place, which must be the stack or a map value. */
    void atomic(State state, Register base, String name, int offset, int bytes) throws Refusal {
        Pointer pointer = pointer(base, name).moved(offset);
        if (pointer.kind() == Kind.STACK) {
            loadStack(state, pointer, bytes);
            storeStack(state, pointer, bytes, Register.scalar(Bounds.unsigned(bytes * 8)));
        } else if (pointer.kind() == Kind.PACKET || pointer.kind() == Kind.PACKET_META) {
            throw Fault.of(Code.E0812, "an atomic operation on the packet is not supported")
                    .withNote("nobody else changes the packet meanwhile")
                    .withFix("use an ordinary addition")
                    .refusal();
        } else {
            checkWritable(pointer);
            checkRange(pointer, name, bytes);
            checkAligned(pointer, bytes);
        }
    }

    private static void checkAligned(Pointer pointer, int bytes) throws Refusal {
        long possible =
                pointer.variable().bits().value() | pointer.variable().bits().mask() | pointer.offset();
        if ((possible & bytes - 1) != 0) {
            throw Fault.of(
                            Code.E0812,
                            "an atomic operation on " + bytes + " bytes that may not be aligned to their size")
                    .withNote("the place is " + pointer)
                    .withFix("align the field, and do not pack the struct")
                    .refusal();
        }
    }

    /** Checks that a helper can read {@code bytes} bytes at {@code base}. */
    void readable(State state, Register base, String name, int bytes) throws Refusal {
        Pointer pointer = pointer(base, name);
        switch (pointer.kind()) {
            case STACK -> {
                if (readableStack(state, pointer, bytes, false).holdsAddress(pointer.offset(), bytes)) {
                    throw leak("an address on the stack is handed to a helper as data");
                }
            }
            case READ_ONLY -> checkConstants(pointer, bytes);
            case CONTEXT, MAP, PACKET_END ->
                throw Fault.of(
                                Code.E0830,
                                name + " must point to " + bytes + " bytes of data, but holds " + pointer.kind())
                        .withFix("pass the address of a local variable")
                        .refusal();
            default -> checkRange(pointer, name, bytes);
        }
    }

    private void checkConstants(Pointer pointer, int bytes) throws Refusal {
        for (int i = 0; i < bytes; i++) {
            constant(pointer.moved(i), 1);
        }
    }

    private void checkRange(Pointer pointer, String name, int bytes) throws Refusal {
        switch (pointer.kind()) {
            case PACKET, PACKET_META -> checkPacket(pointer, name, bytes);
            case VALUE -> checkValue(pointer, name, bytes);
            case VALUE_OR_NULL ->
                throw Fault.of(Code.E0822, "the map value " + name + " points to can be null when it is accessed")
                        .withNote("the look-up in map `"
                                + program.maps().get(pointer.object()).name() + "` may have found nothing")
                        .withFix("test the pointer before: `if (!value) return XDP_PASS;`")
                        .refusal();
            case STALE ->
                throw Fault.of(
                                Code.E0832,
                                "a value of map `"
                                        + program.maps().get(pointer.object()).name()
                                        + "` is used after an update or delete of that map")
                        .withNote("the kernel gives the entry's memory to others then")
                        .withFix("look the key up again after the update")
                        .refusal();
            default ->
                throw Fault.of(Code.E0831, "memory is accessed through " + name + ", which holds " + pointer.kind())
                        .withFix("access memory only through `ctx->data`, the stack and what map look-ups return")
                        .refusal();
        }
    }

    private static void checkPacket(Pointer pointer, String name, int bytes) throws Refusal {
        boolean before = pointer.offset() < 0 || pointer.variable().smin() < 0;
        if (before || pointer.offset() + bytes > pointer.proven()) {
            String place = pointer.variable().isConstant()
                    ? "at offset " + pointer.offset()
                    : "at offset " + pointer.offset() + " + " + pointer.variable();
            long needed = pointer.offset() + bytes;
            throw Fault.of(Code.E0821, bytes + " bytes of the packet " + place + " are not proved to be inside of it")
                    .withNote(name + " is a packet pointer; from its beginning " + Math.max(0, pointer.proven())
                            + " bytes are proved, " + needed + " are needed")
                    .withFix(
                            before
                                    ? "the offset can be negative; bound it from below before adding it"
                                    : "test before the access: `if (pointer + " + needed
                                            + " > data_end) return XDP_DROP;`"
                                            + ", where pointer is the one the offset counts from")
                    .refusal();
        }
    }

    private void checkValue(Pointer pointer, String name, int bytes) throws Refusal {
        long size = program.maps().get(pointer.object()).valueBytes();
        if (pointer.least() < 0 || pointer.greatest() + bytes > size) {
            throw Fault.of(
                            Code.E0827,
                            bytes + " bytes at offset " + pointer.least() + ".." + pointer.greatest()
                                    + " are not inside of the map value, which has " + size)
                    .withNote(name + " is " + pointer)
                    .withFix("bound the index before it is used")
                    .refusal();
        }
    }

    private static Refusal leak(String how) {
        return Fault.of(Code.E0825, how)
                .withNote("addresses must not leave the program, and mean nothing on another machine")
                .withFix("store numbers, not pointers")
                .refusal();
    }
}

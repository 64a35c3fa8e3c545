package dev.toec.ebpf.btf;

import dev.toec.diag.Code;
import dev.toec.ebpf.btf.BtfType.Kind;
import dev.toec.ebpf.elf.ByteView;
import dev.toec.ebpf.elf.Fault;
import dev.toec.ebpf.elf.Refusal;
import java.util.ArrayList;
import java.util.List;

/** The types of section {@code .BTF} (Linux, Documentation/bpf/btf.rst). */
public final class Btf {
    private static final int MAGIC = 0xeb9f;
    private static final int LONGEST_CHAIN = 32;

    private final List<BtfType> types = new ArrayList<>();
    private final ByteView strings;

    private Btf(ByteView strings) {
        this.strings = strings;
        types.add(new BtfType(Kind.VOID, "void", 0, 0, 0, List.of()));
    }

    /** Reads a whole {@code .BTF} section. */
    public static Btf read(ByteView section) throws Refusal {
        ByteView data = section.withCode(Code.E0803);
        if (data.u16(0) != MAGIC || data.u8(2) != 1) {
            throw malformed("section .BTF does not begin with the mark of version 1");
        }
        long header = data.u32(4);
        ByteView strings = data.slice(header + data.u32(16), data.u32(20), "the strings of .BTF");
        Btf btf = new Btf(strings);
        btf.readTypes(data.slice(header + data.u32(8), data.u32(12), "the types of .BTF"));
        return btf;
    }

    private void readTypes(ByteView data) throws Refusal {
        long at = 0;
        while (at < data.length()) {
            at = readType(data, at);
        }
    }

    private long readType(ByteView data, long at) throws Refusal {
        int info = data.i32(at + 4);
        int number = info >>> 24 & 0x1f;
        int count = info & 0xffff;
        if (number == 0 || number >= Kind.values().length) {
            throw malformed("type " + types.size() + " of .BTF is of unknown kind " + number);
        }
        Kind kind = Kind.values()[number];
        String name = strings.text(data.u32(at));
        long last = data.u32(at + 8);
        long size = kind.hasSize() ? last : 0;
        int target = kind.hasSize() ? 0 : (int) last;
        long body = at + 12;
        switch (kind) {
            case ARRAY -> types.add(new BtfType(kind, name, 0, data.i32(body), data.u32(body + 8), List.of()));
            case STRUCT, UNION, DATASEC ->
                types.add(new BtfType(kind, name, size, 0, 0, members(data, body, count, kind)));
            default -> types.add(new BtfType(kind, name, size, target, 0, List.of()));
        }
        return body + bodyBytes(kind, count);
    }

    private List<BtfType.Member> members(ByteView data, long at, int count, Kind kind) throws Refusal {
        List<BtfType.Member> members = new ArrayList<>();
        ByteView body = data.slice(at, 12L * count, "the members of a type");
        for (int i = 0; i < count; i++) {
            boolean variable = kind == Kind.DATASEC;
            String name = variable ? "" : strings.text(body.u32(12L * i));
            members.add(new BtfType.Member(name, body.i32(12L * i + (variable ? 0 : 4))));
        }
        return members;
    }

    private static long bodyBytes(Kind kind, int count) {
        return switch (kind) {
            case INT, VAR, DECL_TAG -> 4;
            case ARRAY -> 12;
            case STRUCT, UNION, DATASEC, ENUM64 -> 12L * count;
            case ENUM, FUNC_PROTO -> 8L * count;
            default -> 0;
        };
    }

    /** All types; a type's number is its place. */
    public List<BtfType> types() {
        return List.copyOf(types);
    }

    /** The type numbered {@code id}. */
    public BtfType type(int id) throws Refusal {
        if (id < 0 || id >= types.size()) {
            throw malformed(".BTF refers to type " + id + " of " + types.size());
        }
        return types.get(id);
    }

    /** The type numbered {@code id} without typedefs and qualifiers. */
    public BtfType resolve(int id) throws Refusal {
        BtfType type = type(id);
        for (int i = 0; type.kind().isQualifier(); i++) {
            if (i == LONGEST_CHAIN) {
                throw malformed("type " + id + " of .BTF refers to itself");
            }
            type = type(type.target());
        }
        return type;
    }

    /** Bytes an object of type {@code id} takes; 0 where it has no size. */
    public long sizeOf(int id) throws Refusal {
        long factor = 1;
        BtfType type = resolve(id);
        for (int i = 0; type.kind() == Kind.ARRAY; i++) {
            if (i == LONGEST_CHAIN || factor > Integer.MAX_VALUE) {
                throw malformed("type " + id + " of .BTF has no end or no reasonable size");
            }
            factor *= type.elements();
            type = resolve(type.target());
        }
        return factor * (type.kind() == Kind.PTR ? 8 : type.size());
    }

    /** The text at {@code offset} of the string table. */
    String text(long offset) throws Refusal {
        return strings.text(offset);
    }

    static Refusal malformed(String what) {
        return Fault.of(Code.E0803, what)
                .withFix("compile the object again with `-g`, or remove its type information with `llvm-strip -g`")
                .refusal();
    }
}

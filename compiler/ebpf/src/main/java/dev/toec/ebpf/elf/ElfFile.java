package dev.toec.ebpf.elf;

import dev.toec.diag.Code;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** An ELF64 little-endian object for machine {@code EM_BPF} (System V ABI, "Object Files"; RFC 9669). */
public final class ElfFile {
    private static final int HEADER_BYTES = 64;
    private static final int SECTION_BYTES = 64;
    private static final int SYMBOL_BYTES = 24;
    private static final int REL_BYTES = 16;
    private static final int RELOCATABLE = 1;
    private static final int EM_BPF = 247;
    private static final long MAGIC = 0x464c457fL;

    private final ByteView file;
    private final List<Section> sections = new ArrayList<>();
    private final List<Symbol> symbols = new ArrayList<>();

    private ElfFile(ByteView file) {
        this.file = file;
    }

    /** Reads headers, sections and symbols. */
    public static ElfFile read(byte[] content) throws Refusal {
        ByteView file = ByteView.of(content, "the file", Code.E0802);
        checkIdentity(file);
        ElfFile elf = new ElfFile(file);
        elf.readSections();
        elf.readSymbols();
        return elf;
    }

    private static void checkIdentity(ByteView file) throws Refusal {
        if (file.length() < HEADER_BYTES || file.u32(0) != MAGIC) {
            throw notAnObject("it is not an ELF file");
        }
        if (file.u8(4) != 2 || file.u8(5) != 1) {
            throw notAnObject("it is not a 64-bit little-endian ELF file");
        }
        int machine = file.u16(18);
        if (machine != EM_BPF) {
            throw notAnObject("it is for ELF machine " + machine + ", not for EM_BPF (" + EM_BPF + ")");
        }
        if (file.u16(16) != RELOCATABLE) {
            throw notAnObject("its ELF type is " + file.u16(16) + ", not a relocatable object (1)");
        }
    }

    private static Refusal notAnObject(String why) {
        return Fault.of(Code.E0801, "this is not an eBPF object: " + why)
                .withFix("compile the program with `clang --target=bpf -O2 -g -c`")
                .refusal();
    }

    private void readSections() throws Refusal {
        long table = file.u64(40);
        int entryBytes = file.u16(58);
        int count = file.u16(60);
        if (count > 0 && entryBytes != SECTION_BYTES) {
            throw malformed("section headers have " + entryBytes + " bytes instead of " + SECTION_BYTES);
        }
        ByteView headers = file.slice(table, (long) count * SECTION_BYTES, "the section table");
        ByteView names = count == 0 ? headers : nameTable(headers, file.u16(62), count);
        for (int i = 0; i < count; i++) {
            sections.add(readSection(headers, i, names));
        }
    }

    private ByteView nameTable(ByteView headers, int index, int count) throws Refusal {
        if (index >= count) {
            throw malformed("the section names are in section " + index + " of " + count);
        }
        long at = (long) index * SECTION_BYTES;
        return file.slice(headers.u64(at + 24), headers.u64(at + 32), "the table of section names");
    }

    private Section readSection(ByteView headers, int index, ByteView names) throws Refusal {
        ByteView header = headers.slice((long) index * SECTION_BYTES, SECTION_BYTES, "a section header");
        int type = header.i32(4);
        String name = type == 0 ? "" : names.text(header.u32(0));
        boolean stored = type != 0 && type != Section.NOBITS;
        ByteView data = stored
                ? file.slice(header.u64(24), header.u64(32), "section " + name)
                : file.slice(0, 0, "section " + name);
        return new Section(index, name, type, header.u64(8), header.i32(40), header.i32(44), data);
    }

    private void readSymbols() throws Refusal {
        for (Section section : sections) {
            if (section.type() == Section.SYMTAB && symbols.isEmpty()) {
                ByteView names = section(section.link(), "the symbol table").data();
                for (long at = 0; at + SYMBOL_BYTES <= section.data().length(); at += SYMBOL_BYTES) {
                    symbols.add(readSymbol(section.data(), at, names));
                }
            }
        }
    }

    private static Symbol readSymbol(ByteView data, long at, ByteView names) throws Refusal {
        String name = data.u32(at) == 0 ? "" : names.text(data.u32(at));
        return new Symbol(name, data.u8(at + 4) & 0xf, data.u16(at + 6), data.u64(at + 8), data.u64(at + 16));
    }

    /** All sections in order; the first is the empty one. */
    public List<Section> sections() {
        return List.copyOf(sections);
    }

    /** All symbols in order. */
    public List<Symbol> symbols() {
        return List.copyOf(symbols);
    }

    /** The first section named {@code name}. */
    public Optional<Section> section(String name) {
        return sections.stream().filter(s -> s.name().equals(name)).findFirst();
    }

    /** The section with number {@code index}, which {@code user} refers to. */
    public Section section(int index, String user) throws Refusal {
        if (index < 0 || index >= sections.size()) {
            throw malformed(user + " refers to section " + index + " of " + sections.size());
        }
        return sections.get(index);
    }

    /** What {@code section} refers to, in file order. */
    public List<Relocation> relocations(Section section) throws Refusal {
        List<Relocation> found = new ArrayList<>();
        for (Section candidate : sections) {
            if (candidate.info() == section.index() && candidate.type() == Section.RELA) {
                throw malformed("section " + candidate.name() + " has relocations with addends, which eBPF never uses");
            }
            if (candidate.info() == section.index() && candidate.type() == Section.REL) {
                readRelocations(candidate, found);
            }
        }
        return found;
    }

    private void readRelocations(Section table, List<Relocation> into) throws Refusal {
        for (long at = 0; at + REL_BYTES <= table.data().length(); at += REL_BYTES) {
            long symbol = table.data().u32(at + 12);
            if (symbol >= symbols.size()) {
                throw malformed("section " + table.name() + " refers to symbol " + symbol + " of " + symbols.size());
            }
            into.add(new Relocation(table.data().u64(at), table.data().i32(at + 8), symbols.get((int) symbol)));
        }
    }

    private static Refusal malformed(String what) {
        return Fault.of(Code.E0802, what)
                .withFix("compile the object again; it is truncated or damaged")
                .refusal();
    }
}

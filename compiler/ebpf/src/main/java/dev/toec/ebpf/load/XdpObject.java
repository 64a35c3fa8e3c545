package dev.toec.ebpf.load;

import dev.toec.diag.Code;
import dev.toec.ebpf.btf.Btf;
import dev.toec.ebpf.btf.LineTable;
import dev.toec.ebpf.elf.ElfFile;
import dev.toec.ebpf.elf.Fault;
import dev.toec.ebpf.elf.Refusal;
import dev.toec.ebpf.elf.Section;
import dev.toec.ebpf.elf.Symbol;
import dev.toec.ebpf.insn.RawInsn;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** An object with its XDP programs, maps and line information, not yet linked. */
public final class XdpObject {
    private final ElfFile elf;
    private final Map<MapReader.Place, MapDefinition> maps;
    private final LineTable lines;
    private final List<CodeRange> programs = new ArrayList<>();

    private XdpObject(ElfFile elf, Map<MapReader.Place, MapDefinition> maps, LineTable lines) {
        this.elf = elf;
        this.maps = maps;
        this.lines = lines;
    }

    /** Reads an object. */
    public static XdpObject read(byte[] content) throws Refusal {
        ElfFile elf = ElfFile.read(content);
        Optional<Section> types = elf.section(".BTF");
        Optional<Section> extension = elf.section(".BTF.ext");
        Optional<Btf> btf = types.isPresent() ? Optional.of(Btf.read(types.get().data())) : Optional.empty();
        LineTable lines = btf.isPresent() && extension.isPresent()
                ? LineTable.read(extension.get().data(), btf.get())
                : LineTable.EMPTY;
        XdpObject object = new XdpObject(elf, MapReader.read(elf, btf), lines);
        object.findPrograms();
        return object;
    }

    private void findPrograms() throws Refusal {
        for (Section section : elf.sections()) {
            if (section.isCode()
                    && isProgramSection(section.name())
                    && section.data().length() > 0) {
                programs.addAll(functions(section));
            }
        }
        if (programs.isEmpty()) {
            throw Fault.of(Code.E0804, "the object has no XDP program")
                    .withNote("programs stand in sections named `xdp`, `xdp/…`, `xdp_…` or `prog…`")
                    .withFix("put SEC(\"xdp\") before the program's function")
                    .refusal();
        }
    }

    private static boolean isProgramSection(String name) {
        return name.startsWith("xdp") || name.startsWith("prog");
    }

    /** The functions of a section by place; a section without function symbols is one function. */
    List<CodeRange> functions(Section section) throws Refusal {
        long length = section.data().length();
        if (length % RawInsn.BYTES != 0) {
            throw Fault.of(Code.E0802, "section " + section.name() + " has " + length + " bytes, no multiple of 8")
                    .withFix("compile the object again; it is damaged")
                    .refusal();
        }
        List<Symbol> symbols = elf.symbols().stream()
                .filter(s -> s.isFunction() && s.section() == section.index())
                .sorted(Comparator.comparingLong(Symbol::value))
                .toList();
        if (symbols.isEmpty()) {
            return List.of(new CodeRange(section.name(), section, 0, length));
        }
        List<CodeRange> ranges = new ArrayList<>();
        for (Symbol symbol : symbols) {
            ranges.add(range(symbol, section, length));
        }
        return ranges;
    }

    private static CodeRange range(Symbol symbol, Section section, long length) throws Refusal {
        long start = symbol.value();
        boolean fits = start >= 0 && symbol.size() > 0 && start <= length && symbol.size() <= length - start;
        if (!fits || start % RawInsn.BYTES != 0 || symbol.size() % RawInsn.BYTES != 0) {
            throw Fault.of(Code.E0802, "function `" + symbol.name() + "` does not lie in section " + section.name())
                    .withFix("compile the object again; it is damaged")
                    .refusal();
        }
        return new CodeRange(symbol.name(), section, start, start + symbol.size());
    }

    /** The number of its programs; they are numbered from 0. */
    public int programCount() {
        return programs.size();
    }

    /** The name of a program: its function's. */
    public String programName(int program) {
        return programs.get(program).name();
    }

    /** The section a program stands in. */
    public String programSection(int program) {
        return programs.get(program).section().name();
    }

    /** Instructions of a program without the functions it calls, an {@code lddw} counted as two. */
    public int programSlots(int program) {
        return (int) (programs.get(program).end() - programs.get(program).start()) / RawInsn.BYTES;
    }

    /** Its maps, in order of definition. */
    public List<MapDefinition> maps() {
        return List.copyOf(maps.values());
    }

    /** A program with everything it refers to. */
    public LinkedProgram link(int program) throws Refusal {
        return new Linker(this).link(programs.get(program));
    }

    ElfFile elf() {
        return elf;
    }

    LineTable lines() {
        return lines;
    }

    Map<MapReader.Place, MapDefinition> mapPlaces() {
        return maps;
    }
}

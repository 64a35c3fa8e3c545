package dev.toec.ebpf.load;

import dev.toec.diag.Code;
import dev.toec.ebpf.btf.Btf;
import dev.toec.ebpf.btf.BtfType;
import dev.toec.ebpf.elf.ByteView;
import dev.toec.ebpf.elf.ElfFile;
import dev.toec.ebpf.elf.Fault;
import dev.toec.ebpf.elf.Refusal;
import dev.toec.ebpf.elf.Section;
import dev.toec.ebpf.elf.Symbol;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Finds the maps of an object, in both styles: structs described by BTF in section {@code .maps}, and
 * {@code struct bpf_map_def} in the older section {@code maps}. Maps are known by where they are defined, since code refers
 * to them by section and offset.
 */
final class MapReader {
    /** Section and offset a symbol defines. */
    record Place(int section, long offset) {}

    private static final int LEGACY_BYTES = 16;

    private final ElfFile elf;
    private final Optional<Btf> btf;
    private final Map<Place, MapDefinition> maps = new LinkedHashMap<>();

    private MapReader(ElfFile elf, Optional<Btf> btf) {
        this.elf = elf;
        this.btf = btf;
    }

    static Map<Place, MapDefinition> read(ElfFile elf, Optional<Btf> btf) throws Refusal {
        MapReader reader = new MapReader(elf, btf);
        for (Section section : elf.sections()) {
            if (section.name().equals("maps")) {
                reader.readLegacy(section);
            } else if (section.name().equals(".maps")) {
                reader.readTyped(section);
            }
        }
        return reader.maps;
    }

    private void readLegacy(Section section) throws Refusal {
        ByteView data = section.data().withCode(Code.E0805);
        for (Symbol symbol : elf.symbols()) {
            if (symbol.section() == section.index() && !symbol.name().isEmpty() && !symbol.isSection()) {
                long at = symbol.value();
                ByteView definition = data.slice(at, LEGACY_BYTES, "the definition of map " + symbol.name());
                long flags = symbol.size() >= 20 ? data.u32(at + 16) : 0;
                Map<String, Long> facts = new HashMap<>();
                facts.put("type", definition.u32(0));
                facts.put("key_size", definition.u32(4));
                facts.put("value_size", definition.u32(8));
                facts.put("max_entries", definition.u32(12));
                facts.put("map_flags", flags);
                define(symbol, facts);
            }
        }
    }

    private void readTyped(Section section) throws Refusal {
        if (btf.isEmpty()) {
            throw Fault.of(Code.E0805, "section .maps has no types")
                    .withNote("the maps in it are described by section .BTF, which is missing")
                    .withFix("compile with `-g`")
                    .refusal();
        }
        Map<String, Symbol> symbols = new HashMap<>();
        elf.symbols().stream()
                .filter(s -> s.section() == section.index() && !s.isSection())
                .forEach(s -> symbols.put(s.name(), s));
        for (BtfType type : btf.get().types()) {
            if (type.kind() == BtfType.Kind.DATASEC && type.name().equals(".maps")) {
                for (BtfType.Member variable : type.members()) {
                    readVariable(variable, symbols);
                }
            }
        }
    }

    private void readVariable(BtfType.Member variable, Map<String, Symbol> symbols) throws Refusal {
        BtfType declared = btf.get().type(variable.type());
        Symbol symbol = symbols.get(declared.name());
        if (declared.kind() != BtfType.Kind.VAR || symbol == null) {
            throw malformed(declared.name(), "its type information names no variable of section .maps");
        }
        BtfType struct = btf.get().resolve(declared.target());
        if (struct.kind() != BtfType.Kind.STRUCT) {
            throw malformed(declared.name(), "it is not a struct");
        }
        Map<String, Long> facts = new HashMap<>();
        for (BtfType.Member member : struct.members()) {
            readMember(member, facts);
        }
        define(symbol, facts);
    }

    private void readMember(BtfType.Member member, Map<String, Long> facts) throws Refusal {
        BtfType pointer = btf.get().resolve(member.type());
        if (pointer.kind() != BtfType.Kind.PTR) {
            return;
        }
        switch (member.name()) {
            case "type", "key_size", "value_size", "max_entries", "map_flags" -> {
                BtfType array = btf.get().resolve(pointer.target());
                facts.put(member.name(), array.elements());
            }
            case "key", "value" -> facts.put(member.name() + "_size", btf.get().sizeOf(pointer.target()));
            default -> {
                // `pinning`, `values` and the like do not change what the maps supported here do.
            }
        }
    }

    private void define(Symbol symbol, Map<String, Long> facts) throws Refusal {
        MapDefinition map = new MapDefinition(
                maps.size(),
                symbol.name(),
                MapType.of(facts.getOrDefault("type", 0L)),
                facts.getOrDefault("key_size", 0L),
                facts.getOrDefault("value_size", 0L),
                facts.getOrDefault("max_entries", 0L),
                facts.getOrDefault("map_flags", 0L));
        if (map.type() == MapType.UNSPEC) {
            throw malformed(map.name(), "its type " + facts.getOrDefault("type", 0L) + " is unknown");
        }
        // Of two maps at one place the first counts, so that numbers of maps stay their places in the list.
        maps.putIfAbsent(new Place(symbol.section(), symbol.value()), map);
    }

    private static Refusal malformed(String name, String why) {
        return Fault.of(Code.E0805, "the definition of map `" + name + "` is wrong: " + why)
                .withFix("declare it with `__uint(type, …)`, `__type(key, …)`, `__type(value, …)` in SEC(\".maps\")")
                .refusal();
    }
}

package dev.toec.ebpf;

import dev.toec.diag.Code;
import dev.toec.diag.Diagnostic;
import dev.toec.diag.Diagnostics;
import dev.toec.ebpf.EbpfProgram.Loaded;
import dev.toec.ebpf.elf.Fault;
import dev.toec.ebpf.elf.Refusal;
import dev.toec.ebpf.lift.FunctionLifter;
import dev.toec.ebpf.lift.TableNames;
import dev.toec.ebpf.load.MapDefinition;
import dev.toec.ebpf.load.XdpObject;
import dev.toec.ebpf.verify.Verifier;
import dev.toec.ir.Function;
import dev.toec.source.Span;
import dev.toec.target.Extension;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** An eBPF object file and what can be done with its XDP programs. */
public final class EbpfObject {
    private final String file;
    private final XdpObject object;
    private final List<EbpfProgram> programs = new ArrayList<>();

    private EbpfObject(String file, XdpObject object) {
        this.file = file;
        this.object = object;
        for (int i = 0; i < object.programCount(); i++) {
            programs.add(EbpfProgram.of(object, i));
        }
    }

    /** Reads an object; whatever the bytes, the worst that happens is a diagnostic. */
    public static Optional<EbpfObject> read(Path file, byte[] content, Diagnostics diagnostics) {
        try {
            return Optional.of(new EbpfObject(file.toString(), XdpObject.read(content)));
        } catch (Refusal refusal) {
            Listing listing = Listing.blank(file.toString(), "; an object of " + content.length + " bytes");
            diagnostics.report(refusal.fault().at(listing.span(Fault.NOWHERE)));
            return Optional.empty();
        }
    }

    /** Its programs, in file order. */
    public List<EbpfProgram> programs() {
        return List.copyOf(programs);
    }

    /** Its maps, in file order. */
    public List<MapDefinition> maps() {
        return object.maps();
    }

    /** Name of the file's stem as a C identifier: it prefixes functions and tables. */
    public String name() {
        String name = Path.of(file).getFileName().toString();
        int dot = name.lastIndexOf('.');
        return TableNames.identifier(dot > 0 ? name.substring(0, dot) : name);
    }

    /** The program named {@code selector}, or the only one in the section of that name, or the only one if it is empty. */
    public Optional<EbpfProgram> select(String selector, Diagnostics diagnostics) {
        List<EbpfProgram> named =
                programs.stream().filter(p -> p.name().equals(selector)).toList();
        List<EbpfProgram> inSection =
                programs.stream().filter(p -> p.section().equals(selector)).toList();
        List<EbpfProgram> found = selector.isEmpty() ? programs : named.isEmpty() ? inSection : named;
        if (found.size() == 1) {
            return Optional.of(found.get(0));
        }
        List<String> names =
                programs.stream().map(p -> p.name() + " (" + p.section() + ")").toList();
        String what = selector.isEmpty()
                ? "the object has " + programs.size() + " programs and none was chosen"
                : found.isEmpty()
                        ? "the object has no program or section `" + selector + "`"
                        : "section `" + selector + "` has " + found.size() + " programs";
        Fault fault = Fault.of(Code.E0804, what)
                .withNote("it has " + String.join(", ", names))
                .withFix("name one of them behind the file: `" + Path.of(file).getFileName() + ":"
                        + programs.get(0).name() + "`");
        diagnostics.report(
                fault.at(Listing.blank(file, "; an object with programs").span(Fault.NOWHERE)));
        return Optional.empty();
    }

    /** Why {@code program} is refused, or nothing if it is proved safe and can be translated. */
    public Optional<Diagnostic> verify(EbpfProgram program) {
        Diagnostics diagnostics = new Diagnostics();
        lift(program, diagnostics);
        return diagnostics.sorted().stream().findFirst();
    }

    /** The listing: maps, lines of C, instructions. Of a program that cannot be linked, its first line only. */
    public String dump(EbpfProgram program) {
        return program.load(object, file).listing().text();
    }

    /** Verifies and translates {@code program}; nothing when an error was reported. */
    public Optional<Extension> lift(EbpfProgram program, Diagnostics diagnostics) {
        Loaded loaded = program.load(object, file);
        if (loaded.fault() != null) {
            diagnostics.report(loaded.fault().at(loaded.listing().span(Fault.NOWHERE)));
            return Optional.empty();
        }
        try {
            return Optional.of(translate(program, loaded));
        } catch (Refusal refusal) {
            diagnostics.report(diagnose(refusal.fault(), loaded));
            return Optional.empty();
        }
    }

    private Extension translate(EbpfProgram program, Loaded loaded) throws Refusal {
        Verifier.Proof proof = Verifier.verify(loaded.program());
        TableNames tables = new TableNames(name(), object.maps());
        String entry = name() + "_" + TableNames.identifier(program.name());
        String doc = "XDP program `" + program.name() + "` of " + Path.of(file).getFileName() + ", section "
                + program.section() + ".";
        CSources sources = new CSources(loaded.program());
        Function function = FunctionLifter.lift(
                proof,
                entry,
                doc,
                tables,
                slot -> sources.span(slot).orElseGet(() -> loaded.listing().span(slot)));
        return new Extension(
                name(), entry, List.of(function), tables.tables(loaded.listing().span(0)), program.instructions());
    }

    /** Shown at the line of C where that is known, and always at the instruction. */
    private static Diagnostic diagnose(Fault fault, Loaded loaded) {
        Span instruction = loaded.listing().span(fault.instruction());
        return new CSources(loaded.program())
                .span(fault.instruction())
                .map(line -> fault.at(line).withRelated(instruction, "the instruction"))
                .orElseGet(() -> fault.at(instruction));
    }
}

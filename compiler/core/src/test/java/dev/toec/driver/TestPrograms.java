package dev.toec.driver;

import dev.toec.cases.CaseFile;
import dev.toec.diag.Diagnostics;
import dev.toec.ir.IrParser;
import dev.toec.ir.IrProgram;
import dev.toec.ir.Table;
import dev.toec.source.SourceFile;
import dev.toec.target.Extension;
import dev.toec.target.ExtensionLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Loads attached programs that are written as IR text: the functions, and the tables of all modules, of a program. */
public final class TestPrograms implements ExtensionLoader {
    /** {@code hook SECTION} of {@code file}: the section holds the program, its name is the file's. */
    static Attachment attachment(String line, CaseFile file) {
        String[] words = line.split(" ");
        byte[] content = file.section(words[1]).getBytes(StandardCharsets.UTF_8);
        return new Attachment(words[0], Path.of(words[1] + ".o"), content, "");
    }

    @Override
    public String kind() {
        return "xdp";
    }

    @Override
    public Optional<Extension> load(Path file, byte[] content, String selector, Diagnostics diagnostics) {
        SourceFile source = new SourceFile(file.toString(), new String(content, StandardCharsets.UTF_8));
        IrProgram program = IrParser.parse(source, diagnostics);
        List<Table> tables = new ArrayList<>();
        program.modules().forEach(m -> tables.addAll(m.tables()));
        int instructions = program.functions().stream()
                .flatMap(f -> f.blocks().stream())
                .mapToInt(b -> b.body().size() + 1)
                .sum();
        String entry = program.functions().get(0).name();
        return Optional.of(new Extension(program.name(), entry, program.functions(), tables, instructions));
    }
}

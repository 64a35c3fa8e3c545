package dev.toec.ebpf;

import dev.toec.ebpf.btf.LineTable.CLine;
import dev.toec.ebpf.insn.Disassembler;
import dev.toec.ebpf.insn.Insn;
import dev.toec.ebpf.load.LinkedProgram;
import dev.toec.ebpf.load.MapDefinition;
import dev.toec.source.SourceFile;
import dev.toec.source.Span;
import java.util.Optional;

/** A program as text: its maps, and its instructions below the lines of C they come from. Diagnostics point into it. */
final class Listing {
    private final SourceFile file;
    private final int[] lines;

    private Listing(SourceFile file, int[] lines) {
        this.file = file;
        this.lines = lines;
    }

    /** The listing of something that cannot be shown: one line that names it. */
    static Listing blank(String name, String heading) {
        return new Listing(new SourceFile(name, heading), new int[0]);
    }

    static Listing of(String name, LinkedProgram program) {
        StringBuilder text = new StringBuilder();
        int[] lines = new int[program.slots()];
        text.append("; program ").append(program.name()).append(", section ").append(program.section());
        text.append(", ").append(program.slots()).append(" instructions");
        int line = 1;
        for (MapDefinition map : program.maps()) {
            text.append("\n; ").append(map.summary());
            line++;
        }
        String shown = "";
        for (int slot = 0; slot < program.slots(); slot++) {
            if (program.functions().containsKey(slot)) {
                text.append("\n").append(program.functions().get(slot)).append(":");
                line++;
            }
            Optional<CLine> source = program.lines().get(slot);
            if (program.insn(slot) != null
                    && source.isPresent()
                    && !source.get().toString().equals(shown)) {
                text.append("\n; ")
                        .append(source.get())
                        .append(": ")
                        .append(source.get().text().strip());
                shown = source.get().toString();
                line++;
            }
            if (program.insn(slot) != null) {
                text.append("\n").append(String.format("%5d: ", slot)).append(text(program, program.insn(slot)));
                line++;
            }
            lines[slot] = line;
        }
        return new Listing(new SourceFile(name, text.append("\n").toString()), lines);
    }

    private static String text(LinkedProgram program, Insn insn) {
        if (insn instanceof Insn.LoadMap load) {
            return "r" + load.dst() + " = map " + program.maps().get(load.map()).name();
        }
        return Disassembler.text(insn);
    }

    String text() {
        return file.text();
    }

    /** The line of the instruction at {@code slot}, or the first line where there is none. */
    Span span(int slot) {
        return file.lineSpan(slot >= 0 && slot < lines.length ? lines[slot] : 1);
    }
}

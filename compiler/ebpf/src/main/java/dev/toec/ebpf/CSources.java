package dev.toec.ebpf;

import dev.toec.ebpf.btf.LineTable.CLine;
import dev.toec.ebpf.load.LinkedProgram;
import dev.toec.source.SourceFile;
import dev.toec.source.Span;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What the object knows of the C files it was compiled from: the lines that became instructions, all others blank. */
final class CSources {
    /** Files with more lines are not shown: a damaged object may claim any line. */
    private static final int MOST_LINES = 100_000;

    private final LinkedProgram program;
    private final Map<String, SourceFile> files = new HashMap<>();

    CSources(LinkedProgram program) {
        this.program = program;
        Map<String, TreeMap<Integer, String>> lines = new HashMap<>();
        program.lines()
                .forEach(line -> line.ifPresent(l ->
                        lines.computeIfAbsent(l.file(), f -> new TreeMap<>()).put(l.line(), l.text())));
        lines.forEach((name, known) -> {
            if (known.lastKey() <= MOST_LINES) {
                files.put(name, sparse(name, known));
            }
        });
    }

    private static SourceFile sparse(String name, TreeMap<Integer, String> known) {
        StringBuilder text = new StringBuilder();
        for (int line = 1; line <= known.lastKey(); line++) {
            text.append(known.getOrDefault(line, "").replace('\n', ' ')).append('\n');
        }
        return new SourceFile(name, text.toString());
    }

    /** The line of C that the instruction at {@code slot} comes from, from its column on. */
    Optional<Span> span(int slot) {
        if (slot < 0 || slot >= program.slots()) {
            return Optional.empty();
        }
        return program.lines()
                .get(slot)
                .flatMap(line -> Optional.ofNullable(files.get(line.file())).map(file -> span(file, line)));
    }

    private static Span span(SourceFile file, CLine line) {
        Span whole = file.lineSpan(line.line());
        int start = Math.min(whole.start() + Math.max(line.column() - 1, 0), whole.end());
        return new Span(file, start, whole.end());
    }
}

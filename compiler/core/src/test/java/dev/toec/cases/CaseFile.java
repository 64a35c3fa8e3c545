package dev.toec.cases;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toec.diag.Diagnostic;
import dev.toec.diag.Diagnostics;
import dev.toec.diag.Label;
import dev.toec.source.SourceFile;
import dev.toec.source.Span;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/**
 * A test case: a text file cut into sections by lines {@code # NAME}. What stands before the first section says what the
 * case shows. {@code -Dtoec.update=true} rewrites expected sections with what came out; review the difference.
 */
public final class CaseFile {
    private static final boolean UPDATE = Boolean.getBoolean("toec.update");

    private final Path path;
    private final Map<String, String> sections = new LinkedHashMap<>();

    private CaseFile(Path path) throws IOException {
        this.path = path;
        String name = "";
        StringBuilder text = new StringBuilder();
        for (String line : Files.readAllLines(path)) {
            if (line.startsWith("# ")) {
                sections.put(name, trimmed(text));
                name = line.substring(2).strip();
                text.setLength(0);
            } else {
                text.append(line).append('\n');
            }
        }
        sections.put(name, trimmed(text));
    }

    private static String trimmed(CharSequence text) {
        String stripped = text.toString().stripTrailing();
        while (stripped.startsWith("\n")) {
            stripped = stripped.substring(1);
        }
        return stripped.isEmpty() ? "" : stripped + "\n";
    }

    /** One test per {@code *.case} file below {@code src/test/cases/FOLDER}; a folder without any is a fault. */
    public static Stream<DynamicTest> tests(String folder, Consumer<CaseFile> test) {
        Path directory = Path.of("src/test/cases", folder);
        try (Stream<Path> paths = Files.walk(directory)) {
            var cases =
                    paths.filter(p -> p.toString().endsWith(".case")).sorted().toList();
            assertThat(cases).as("cases in " + directory).isNotEmpty();
            return cases.stream()
                    .map(p -> DynamicTest.dynamicTest(directory.relativize(p).toString(), p.toUri(), () -> {
                        CaseFile file = new CaseFile(p);
                        test.accept(file);
                        file.save();
                    }));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The file's name without its ending. */
    public String name() {
        return path.getFileName().toString().replace(".case", "");
    }

    /** Whether it has a section {@code name}. */
    public boolean has(String name) {
        return sections.containsKey(name);
    }

    /** The text of section {@code name}, which must be there. */
    public String section(String name) {
        assertThat(sections).as("sections of " + path).containsKey(name);
        return sections.get(name);
    }

    /** Section {@code name} as a source named {@code CASE.ending}. */
    public SourceFile source(String name, String ending) {
        return new SourceFile(name() + "." + ending, section(name));
    }

    /** Compares {@code actual} with section {@code name}; a missing section expects nothing. */
    public void expect(String name, String actual) {
        String text = trimmed(actual);
        if (UPDATE && (sections.containsKey(name) || !text.isEmpty())) {
            sections.put(name, text);
        }
        assertThat(text).as("section " + name + " of " + path).isEqualTo(sections.getOrDefault(name, ""));
    }

    /** Compares all of {@code diagnostics} with section {@code DIAGNOSTICS}. */
    public void expect(Diagnostics diagnostics) {
        StringBuilder text = new StringBuilder();
        for (Diagnostic diagnostic : diagnostics.sorted()) {
            text.append(diagnostic.code())
                    .append(' ')
                    .append(place(diagnostic.primary().span()));
            text.append(' ').append(diagnostic.message()).append('\n');
            line(text, "label", diagnostic.primary().text());
            for (Label label : diagnostic.related()) {
                line(text, "at " + place(label.span()), label.text());
            }
            diagnostic.notes().forEach(n -> line(text, "note", n));
            diagnostic.fix().ifPresent(f -> line(text, "fix", f));
        }
        expect("DIAGNOSTICS", text.toString());
    }

    private static void line(StringBuilder text, String kind, String words) {
        if (!words.isEmpty()) {
            text.append("  ").append(kind).append(": ").append(words).append('\n');
        }
    }

    private static String place(Span span) {
        return span.isWritten() ? span.line() + ":" + span.column() : "-";
    }

    private void save() throws IOException {
        if (!UPDATE) {
            return;
        }
        StringBuilder text = new StringBuilder();
        sections.forEach((name, content) -> {
            text.append(name.isEmpty() ? "" : "# " + name + "\n")
                    .append(content)
                    .append(content.isEmpty() ? "" : "\n");
        });
        Files.writeString(path, trimmed(text));
    }
}

package dev.toec.driver;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toec.diag.Code;
import dev.toec.diag.Diagnostic;
import dev.toec.diag.Diagnostics;
import dev.toec.source.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Pages of diagnostics: each has its code and title as heading, and each example in it fails for that very reason. */
class DiagnosticPagesTest {
    private static final Path PAGES = Path.of("src/main/resources/dev/toec/diag");

    @TestFactory
    Stream<DynamicTest> pages() throws IOException {
        try (Stream<Path> files = Files.list(PAGES)) {
            return files.filter(f -> f.toString().endsWith(".md")).sorted().toList().stream()
                    .map(f -> DynamicTest.dynamicTest(f.getFileName().toString(), () -> check(f)));
        }
    }

    private static void check(Path page) throws IOException {
        Code code = Code.parse(page.getFileName().toString().replace(".md", ""));
        assertThat(code).isNotNull();
        List<String> lines = Files.readAllLines(page);
        assertThat(lines.get(0)).isEqualTo("# " + code + ": " + code.title());
        for (SourceFile example : examples(lines)) {
            Diagnostics diagnostics = new Diagnostics();
            assertThat(Compilation.compile(example, List.of(), diagnostics)).isEmpty();
            assertThat(diagnostics.sorted())
                    .as(example.text())
                    .extracting(Diagnostic::code)
                    .containsOnly(code);
        }
    }

    private static List<SourceFile> examples(List<String> lines) {
        List<SourceFile> examples = new ArrayList<>();
        StringBuilder text = null;
        String name = "";
        for (String line : lines) {
            if (text == null && (line.equals("```toe fails") || line.equals("```ir fails"))) {
                text = new StringBuilder();
                name = "example." + line.substring(3, line.indexOf(' '));
            } else if (text != null && line.equals("```")) {
                examples.add(new SourceFile(name, text.toString()));
                text = null;
            } else if (text != null) {
                text.append(line).append('\n');
            }
        }
        return examples;
    }
}

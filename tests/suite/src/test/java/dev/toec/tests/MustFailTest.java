package dev.toec.tests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toec.diag.Diagnostics;
import dev.toec.driver.Attachment;
import dev.toec.driver.Compilation;
import dev.toec.source.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Programs that must not compile. The last lines of each say what is reported, all of it and nothing else, and where:
 * {@code //! E0501 12:3} is code, line and column. {@code //@ attach HOOK FILE} attaches an object of the project.
 */
class MustFailTest {
    private static final boolean UPDATE = Boolean.getBoolean("toec.update");
    private static final String EXPECTED = "//! ";
    private static final String ATTACH = "//@ attach ";

    @TestFactory
    Stream<DynamicTest> programs() throws IOException {
        return CaseFile.all(Checkout.corpus("must-fail"), ".toe").stream()
                .map(path -> DynamicTest.dynamicTest(path.getFileName().toString(), () -> check(path)));
    }

    private static void check(Path path) throws IOException {
        List<String> reported = reported(path);
        if (UPDATE) {
            update(path, reported);
        }
        assertThat(reported)
                .as(path.toString())
                .isEqualTo(lines(path, EXPECTED))
                .isNotEmpty();
    }

    private static List<String> reported(Path path) throws IOException {
        Diagnostics diagnostics = new Diagnostics();
        SourceFile source = new SourceFile(path.getFileName().toString(), Files.readString(path));
        boolean compiled =
                Compilation.compile(source, attachments(path), diagnostics).isPresent();
        assertThat(compiled && diagnostics.hasErrors())
                .as("a program with errors has no graph")
                .isFalse();
        return diagnostics.sorted().stream()
                .map(d -> d.code() + " " + d.primary().span().line() + ":"
                        + d.primary().span().column())
                .toList();
    }

    private static List<Attachment> attachments(Path path) throws IOException {
        List<Attachment> attachments = new ArrayList<>();
        for (String line : lines(path, ATTACH)) {
            String[] words = line.split(" ");
            Path object = Checkout.file(words[1]);
            attachments.add(new Attachment(words[0], object, Files.readAllBytes(object), ""));
        }
        return attachments;
    }

    private static List<String> lines(Path path, String mark) throws IOException {
        return Files.readAllLines(path).stream()
                .filter(line -> line.startsWith(mark))
                .map(line -> line.substring(mark.length()).strip())
                .toList();
    }

    private static void update(Path path, List<String> reported) throws IOException {
        List<String> program = Files.readAllLines(path).stream()
                .filter(line -> !line.startsWith(EXPECTED))
                .toList();
        List<String> all = new ArrayList<>(program);
        reported.stream().map(EXPECTED::concat).forEach(all::add);
        Files.writeString(path, String.join("\n", all) + "\n");
    }
}

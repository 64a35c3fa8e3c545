package dev.toec.target.nfp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toec.diag.Diagnostic;
import dev.toec.diag.Diagnostics;
import dev.toec.diag.Severity;
import dev.toec.driver.Compilation;
import dev.toec.graph.InstanceGraph;
import dev.toec.source.SourceFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The programs in IR text that tests compile for the chip. */
final class Programs {
    private static final Path DIRECTORY = Path.of("src/test/resources/programs");

    private static final Pattern SHORTEST = Pattern.compile("^// frames of at least (\\d+) bytes");

    private Programs() {}

    static List<String> names() {
        try (Stream<Path> files = Files.list(DIRECTORY)) {
            return files.map(f -> f.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static InstanceGraph graph(String name) {
        return graph(DIRECTORY.resolve(name));
    }

    static InstanceGraph graph(Path file) {
        Diagnostics diagnostics = new Diagnostics();
        Optional<InstanceGraph> graph =
                Compilation.compile(new SourceFile(file.getFileName().toString(), read(file)), List.of(), diagnostics);
        List<Diagnostic> errors = diagnostics.sorted().stream()
                .filter(d -> d.code().severity() == Severity.ERROR)
                .toList();
        assertThat(errors).isEmpty();
        return graph.orElseThrow();
    }

    /** Bytes of the shortest frame a program takes, as its first line says: IR text need not test lengths. */
    static int shortest(String name) {
        Matcher matcher = SHORTEST.matcher(read(DIRECTORY.resolve(name)));
        assertThat(matcher.find()).isTrue();
        return Integer.parseInt(matcher.group(1));
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

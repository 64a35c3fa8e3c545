package dev.toec.junit;

import dev.toec.source.SourceFile;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtensionConfigurationException;

/** Finds the source a test class names. */
final class SourceLookup {
    private static final Path SOURCES = Path.of("src", "main", "toe");

    private SourceLookup() {}

    static SourceFile find(Class<?> test, String name) {
        try {
            Optional<URL> resource = resource(test, name);
            if (resource.isPresent()) {
                return new SourceFile(name, read(resource.get()));
            }
            Path file = file(name);
            return new SourceFile(file.toString(), Files.readString(file));
        } catch (IOException e) {
            throw new ExtensionConfigurationException("cannot read " + name + ": " + e.getMessage(), e);
        }
    }

    private static Optional<URL> resource(Class<?> test, String name) {
        return Stream.of(
                        Optional.ofNullable(test.getResource(name)),
                        Optional.ofNullable(test.getClassLoader().getResource(name)))
                .flatMap(Optional::stream)
                .findFirst();
    }

    private static String read(URL resource) throws IOException {
        try (InputStream in = resource.openStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static Path file(String name) {
        return Stream.of(SOURCES.resolve(name), Path.of(name))
                .filter(Files::isRegularFile)
                .findFirst()
                .orElseThrow(() ->
                        new ExtensionConfigurationException("no source " + name + ": looked on the class path, in "
                                + SOURCES + " and in " + Path.of("").toAbsolutePath()));
    }
}

package dev.toec.cgen;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Expected texts beside the tests; {@code -Dtoec.update=true} writes what came out instead, to be read in review. */
final class Golden {
    private static final Path FOLDER = Path.of("src/test/resources/dev/toec/cgen");

    private Golden() {}

    static void check(String name, String actual) throws IOException {
        Path file = FOLDER.resolve(name);
        if (Boolean.getBoolean("toec.update")) {
            Files.writeString(file, actual);
        }
        assertThat(actual).as(name).isEqualTo(Files.readString(file));
    }
}

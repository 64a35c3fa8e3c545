package dev.toec.target.cpu;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What is emitted beside a program is the whole runtime. */
class RuntimeTest {
    @Test
    void everyFileIsEmitted() throws IOException {
        try (Stream<Path> files = Files.list(Path.of("src/main/resources/dev/toec/target/host/toe"))) {
            List<String> present =
                    files.map(f -> "toe/" + f.getFileName()).sorted().toList();
            assertThat(Runtime.files().keySet()).containsExactlyInAnyOrderElementsOf(present);
        }
    }
}

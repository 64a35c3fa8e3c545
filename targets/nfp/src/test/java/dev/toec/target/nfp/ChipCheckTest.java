package dev.toec.target.nfp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toec.diag.Code;
import dev.toec.diag.Diagnostic;
import dev.toec.diag.Diagnostics;
import dev.toec.driver.Compilation;
import dev.toec.graph.Mapping;
import dev.toec.graph.PlacedGraph;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every program under {@code chip} is refused with the code its file is named after, and with nothing else. */
class ChipCheckTest {
    private static final Path SAMPLES = Path.of("src/test/resources/chip");

    static List<Path> samples() throws IOException {
        try (Stream<Path> files = Files.list(SAMPLES)) {
            return files.sorted().toList();
        }
    }

    static List<String> programs() {
        return Programs.names();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void refuses(Path sample) throws IOException {
        int replicas = Files.readString(sample).startsWith("// 500 replicas") ? 500 : 4;
        String code = sample.getFileName().toString().substring(0, 5);
        assertThat(check(Compilation.place(Programs.graph(sample), Mapping.NONE, replicas)))
                .extracting(d -> d.code().name())
                .containsOnly(code)
                .isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("programs")
    void accepts(String name) {
        assertThat(check(Compilation.place(Programs.graph(name), Mapping.NONE, 4)))
                .isEmpty();
    }

    @Test
    void everyCodeHasAProgram() throws IOException {
        List<String> sampled = samples().stream()
                .map(s -> s.getFileName().toString().substring(0, 5))
                .toList();
        assertThat(Arrays.stream(Code.values()).map(Code::name).filter(c -> c.startsWith("E071")))
                .isNotEmpty()
                .allSatisfy(code -> assertThat(sampled).contains(code));
    }

    private static List<Diagnostic> check(PlacedGraph placed) {
        Diagnostics diagnostics = new Diagnostics();
        new NfpTarget().check(placed, diagnostics);
        return diagnostics.sorted();
    }
}

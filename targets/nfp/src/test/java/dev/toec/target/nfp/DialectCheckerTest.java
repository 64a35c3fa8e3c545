package dev.toec.target.nfp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toec.driver.Compilation;
import dev.toec.graph.Mapping;
import dev.toec.graph.PlacedGraph;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Samples under {@code dialect}: in {@code fail}, every line that says {@code expect R5} breaks that rule and no other line
 * breaks any; in {@code pass}, none does. Nor does anything that is emitted.
 */
class DialectCheckerTest {
    private static final Path SAMPLES = Path.of("src/test/resources/dialect");
    private static final Pattern EXPECTED = Pattern.compile("expect (R\\d+)");

    static List<Path> samples() throws IOException {
        try (Stream<Path> files = Files.walk(SAMPLES)) {
            return files.filter(f -> f.toString().endsWith(".c")).sorted().toList();
        }
    }

    static List<String> programs() {
        return Programs.names();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void findsWhatTheSampleSays(Path sample) throws IOException {
        String text = Files.readString(sample);
        List<String> found = DialectChecker.check(Map.of("sample.c", text)).stream()
                .map(f -> f.line() + ": " + f.rule())
                .distinct()
                .toList();
        assertThat(found).containsExactlyElementsOf(expected(text));
    }

    private static List<String> expected(String text) {
        List<String> expected = new ArrayList<>();
        int line = 0;
        for (String content : text.split("\n")) {
            line++;
            Matcher matcher = EXPECTED.matcher(content);
            while (matcher.find()) {
                expected.add(line + ": " + matcher.group(1));
            }
        }
        return expected;
    }

    @Test
    void everyRuleHasASampleThatBreaksIt() throws IOException {
        for (int rule = 1; rule <= 10; rule++) {
            String prefix = "R" + rule + "-";
            assertThat(samples()).anyMatch(s -> s.getFileName().toString().startsWith(prefix));
        }
    }

    @ParameterizedTest
    @MethodSource("programs")
    void whatIsEmittedConforms(String name) {
        PlacedGraph placed = Compilation.place(Programs.graph(name), Mapping.NONE, 4);
        Map<String, String> firmware = DialectChecker.firmware(new NfpTarget().emit(placed));
        assertThat(firmware).containsKeys("receive.c", "library/toe_packet.h");
        assertThat(DialectChecker.check(firmware)).isEmpty();
    }
}

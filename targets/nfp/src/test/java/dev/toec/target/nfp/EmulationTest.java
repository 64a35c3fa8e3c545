package dev.toec.target.nfp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toec.cgen.Templates;
import dev.toec.driver.BuildDirectory;
import dev.toec.driver.RequiredTools;
import dev.toec.engine.EngineException;
import dev.toec.engine.Frame;
import dev.toec.engine.Pcap;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What the emulation keeps apart and what it catches. Every file under {@code emulation/faults} is a role that does wrong;
 * its first line is what the emulation must say of it.
 */
class EmulationTest {
    private static final Path SAMPLES = Path.of("src/test/resources/emulation");
    private static final int FRAMES = 4;

    @TempDir
    static Path directory;

    static List<Path> faults() throws IOException {
        try (Stream<Path> files = Files.list(SAMPLES.resolve("faults"))) {
            return files.sorted().toList();
        }
    }

    @BeforeAll
    static void prepare() throws IOException {
        Assumptions.assumeTrue(RequiredTools.missing(new NfpTarget().tools()).isEmpty());
        Map<String, String> files = new HashMap<>();
        Library.paths().forEach(p -> files.put(p, Library.read(p)));
        files.put("program.c", Files.readString(SAMPLES.resolve("program.c")));
        files.put("queue.h", Files.readString(SAMPLES.resolve("queue.h")));
        Headers.RoleModel role = new Headers.RoleModel("sample", "Sample", 1, 2, List.of());
        files.put(
                "Makefile",
                Templates.load(NfpTarget.class, "templates/nfp.stg")
                        .render(
                                "makefile",
                                Map.of("program", new Headers.Program("sample", "SAMPLE"), "roles", List.of(role))));
        BuildDirectory.write(directory, files);
        List<Frame> frames = IntStream.range(0, FRAMES)
                .mapToObj(i -> new Frame(i, new byte[60]))
                .toList();
        Files.write(directory.resolve("in.pcap"), Pcap.write(frames));
    }

    @ParameterizedTest
    @MethodSource("faults")
    void catches(Path fault) throws IOException {
        build(fault);
        String expected = Files.readAllLines(fault).get(0).replaceAll("^/\\* | \\*/$", "");
        assertThat(run(1)).startsWith("error: ").contains(expected);
    }

    @Test
    void keepsUnsharedObjectsPerContextAndSharedOnesPerMicroengine() throws IOException, EngineException {
        build(SAMPLES.resolve("contexts.c"));
        assertThat(run(0)).contains("out wire " + FRAMES);
        List<Integer> counts = new ArrayList<>();
        for (Frame frame : Pcap.read(Files.readAllBytes(directory.resolve("out.pcap")))) {
            counts.add((int) frame.bytes()[0]);
        }
        assertThat(counts).containsExactlyInAnyOrder(11, 12, 13, 14);
    }

    private static void build(Path role) throws IOException {
        Files.copy(role, directory.resolve("sample.c"), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        Files.deleteIfExists(directory.resolve("build/role/sample.o"));
        assertThat(command(0, List.of("make", "-s", "CFLAGS=-O1 -g"))).isEmpty();
    }

    private static String run(int status) {
        return command(status, List.of("./sample", "--in", "wire=in.pcap", "--out", "wire=out.pcap"));
    }

    private static String command(int status, List<String> command) {
        try {
            Process process = new ProcessBuilder(command)
                    .directory(directory.toFile())
                    .redirectErrorStream(true)
                    .start();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor()).as(output).isEqualTo(status);
            return output;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}

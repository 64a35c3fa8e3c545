package dev.toec.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.toec.driver.RequiredTools;
import dev.toec.driver.Targets;
import dev.toec.engine.EngineException;
import dev.toec.engine.Frame;
import dev.toec.engine.Pcap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code toec ebpf} on the suite's objects: every engine gives the same document, and the C shown is what runs. */
class EbpfCommandsTest {
    private static final Path OBJECTS = Path.of("../../tests/suite/src/test/xdp");
    /** Returns what the first four bytes say, little end first. */
    private static final Path VERDICT = OBJECTS.resolve("verdict.o");
    /** Keeps a map by the first byte. */
    private static final Path TALKERS = OBJECTS.resolve("talkers.o");

    private static final byte[] PASS = {2, 0, 0, 0, 77};

    @TempDir
    Path directory;

    private static JsonObject json(CommandRun run) {
        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isZero();
        return JsonParser.parseString(run.out()).getAsJsonObject();
    }

    private static void requireTools(String engine) {
        List<String> missing =
                Targets.find(engine).map(t -> RequiredTools.missing(t.tools())).orElse(List.of());
        assumeTrue(missing.isEmpty(), () -> engine + " needs " + missing);
    }

    /** Times fall, so that an order by time would show. */
    private Path capture(byte[]... packets) throws IOException, EngineException {
        List<Frame> frames = new java.util.ArrayList<>();
        for (byte[] packet : packets) {
            frames.add(new Frame(1_000 - frames.size(), packet));
        }
        return Files.write(directory.resolve("in.pcap"), Pcap.write(frames));
    }

    @ParameterizedTest
    @ValueSource(strings = {"interp", "x86", "bluefield", "nfp"})
    void everyVerdictIsTold(String engine) throws IOException, EngineException {
        requireTools(engine);
        Path passed = directory.resolve("passed.pcap");
        Path capture = capture(
                new byte[] {3, 0, 0, 0, 1},
                PASS,
                new byte[] {0, 0, 0, 0},
                new byte[] {1, 0, 0, 0},
                new byte[] {4, 0, 0, 0},
                new byte[] {9, 0, 0, 0},
                new byte[0]);
        JsonObject result = json(
                CommandRun.of("ebpf", "run", VERDICT, "--engine", engine, "--in", capture, "--out", passed, "--json"));
        assertThat(result.keySet()).containsExactly("program", "packets", "maps", "ns_per_run");
        assertThat(result.getAsJsonArray("packets").toString())
                .isEqualTo("[{\"action\":\"TX\",\"data\":\"0300000001\"},{\"action\":\"PASS\",\"data\":\"020000004d\"},"
                        + "{\"action\":\"ABORTED\",\"data\":\"00000000\"},{\"action\":\"DROP\",\"data\":\"01000000\"},"
                        + "{\"action\":\"REDIRECT\",\"data\":\"04000000\"},"
                        + "{\"action\":\"ABORTED\",\"data\":\"09000000\"},{\"action\":\"PASS\",\"data\":\"\"}]");
        List<Frame> written = Pcap.read(Files.readAllBytes(passed));
        assertThat(written).extracting(Frame::nanos).containsExactly(999L, 994L);
        assertThat(written.get(0).bytes()).isEqualTo(PASS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"interp", "x86", "bluefield", "nfp"})
    void mapsAreFilledBeforeAndShownAfterwards(String engine) throws IOException {
        requireTools(engine);
        Path maps = Files.writeString(
                directory.resolve("maps.json"),
                "{\"talkers\":[{\"key\":\"aa\",\"value\":\"ff000000000000000900000001000100\"}]}");
        JsonObject result = json(CommandRun.of(
                "ebpf", "run", TALKERS, "--engine", engine, "--packet", "aabb", "--maps", maps, "--json"));
        assertThat(result.get("maps").toString())
                .isEqualTo("{\"talkers\":[{\"key\":\"aa\",\"value\":\"00010000000000000900000002000000\"}]}");
    }

    @Test
    void onlyTheInterpreterIsMeasured() {
        requireTools("x86");
        JsonObject measured =
                json(CommandRun.of("ebpf", "run", VERDICT, "--packet", "02000000", "--repeat", 9, "--json"));
        JsonObject generated =
                json(CommandRun.of("ebpf", "run", VERDICT, "--packet", "02000000", "--engine", "x86", "--json"));
        assertThat(measured.get("ns_per_run").getAsDouble()).isPositive();
        assertThat(generated.get("ns_per_run").isJsonNull()).isTrue();
        assertThat(CommandRun.of("ebpf", "run", VERDICT, "--packet", "00", "--engine", "x86", "--repeat", 2))
                .isEqualTo(new CommandRun(
                        2,
                        "",
                        "toec ebpf run: --repeat measures the interpreter; leave it away with --engine x86\n"
                                + "toec ebpf run: toec ebpf run --help shows how it is used\n"));
    }

    @Test
    void whatGeneratedCodeCannotReceiveIsDiagnosed() throws IOException, EngineException {
        Path capture = capture(PASS, new byte[Frame.MAX_BYTES + 1]);
        CommandRun run = CommandRun.of("ebpf", "run", VERDICT, "--engine", "x86", "--in", capture);
        assertThat(run.code()).isEqualTo(1);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("error[E0904]: packet 1 has 9217 bytes", "--engine interp");
    }

    @Test
    void mapsThatAreNotThereAreDiagnosed() throws IOException {
        Path maps = Files.writeString(directory.resolve("maps.json"), "{\"walkers\":[]}");
        CommandRun run = CommandRun.of("ebpf", "run", TALKERS, "--packet", "00", "--maps", maps);
        assertThat(run.err()).contains("error[E0906]: the program has no map walkers", "its maps are talkers");
    }

    @ParameterizedTest
    @ValueSource(strings = {"x86", "bluefield", "nfp"})
    void theCOfAnyTargetIsShown(String target) {
        CommandRun run = CommandRun.of("ebpf", "dump", TALKERS, "--c", target);
        assertThat(run.err()).isEmpty();
        assertThat(run.code()).isZero();
        assertThat(run.out())
                .contains("#include ", "XDP program `talkers_count` of talkers.o", "talkers_talkers_count(");
    }

    @Test
    void verificationHasOneMode() {
        assertThat(CommandRun.of("ebpf", "verify", VERDICT, "--mode", "linux"))
                .isEqualTo(CommandRun.of("ebpf", "verify", VERDICT));
        CommandRun strict = CommandRun.of("ebpf", "verify", VERDICT, "--mode", "strict");
        assertThat(strict.code()).isEqualTo(2);
        assertThat(strict.err()).contains("there is no mode strict; this version verifies by --mode linux only");
    }
}

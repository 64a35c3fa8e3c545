package dev.toec.target.x86;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.toec.diag.Diagnostics;
import dev.toec.driver.Compilation;
import dev.toec.driver.CompiledEngine;
import dev.toec.engine.EngineException;
import dev.toec.engine.Frame;
import dev.toec.engine.RunRequest;
import dev.toec.engine.RunResult;
import dev.toec.graph.Mapping;
import dev.toec.graph.PlacedGraph;
import dev.toec.interp.Interpreter;
import dev.toec.source.SourceFile;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** One program from source to C: how it reads, and that it does what the interpreter does. */
class GateTest {
    private static final Path FOLDER = Path.of("src/test/resources/dev/toec/target/x86");

    private final X86Target target = new X86Target();
    private PlacedGraph placed;

    @TempDir
    private Path cache;

    @BeforeEach
    void compile() throws IOException {
        Diagnostics diagnostics = new Diagnostics();
        SourceFile source = new SourceFile("gate.toe", Files.readString(FOLDER.resolve("gate.toe")));
        placed = Compilation.place(
                Compilation.compile(source, List.of(), diagnostics).orElseThrow(),
                Mapping.NONE,
                target.defaultReplicas());
        target.check(placed, diagnostics);
        assertThat(diagnostics.sorted()).isEmpty();
    }

    /** {@code -Dtoec.update=true} writes what came out instead, to be read in review. */
    @ParameterizedTest
    @ValueSource(strings = {"Makefile", "gate.h", "look.h", "look.c", "limit.h", "limit.c", "pipeline.c"})
    void readsLikeWrittenByHand(String file) throws IOException {
        Path golden = FOLDER.resolve("gate").resolve(file);
        String text = target.emit(placed).get(file);
        if (Boolean.getBoolean("toec.update")) {
            Files.createDirectories(golden.getParent());
            Files.writeString(golden, text);
        }
        assertThat(text).isEqualTo(Files.readString(golden));
    }

    @Test
    void isTheSameEveryTime() {
        assertThat(target.emit(placed)).isEqualTo(new X86Target().emit(placed));
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void doesWhatTheInterpreterDoes(boolean sanitized) throws EngineException {
        assumeTrue(canRun(), "needs " + target.tools());
        CompiledEngine engine =
                new CompiledEngine(target, new CompiledEngine.Options(sanitized, Duration.ofMinutes(1), cache));
        RunRequest request = new RunRequest(placed, Map.of("inside", frames()), Map.of(), 0);
        RunResult expected = new Interpreter().run(request);
        RunResult actual = engine.run(request);
        assertThat(actual.drops())
                .isEqualTo(expected.drops())
                .allSatisfy((reason, count) -> assertThat(reason.equals(Frame.OVERSIZE) || count > 0)
                        .as(reason + " happens")
                        .isTrue());
        assertThat(actual.counters()).isEqualTo(expected.counters());
        assertThat(actual.tables()).isEqualTo(expected.tables());
        assertThat(actual.received()).isEqualTo(expected.received());
        assertThat(bytes(actual)).isEqualTo(bytes(expected)).isNotEmpty();
    }

    private static List<List<Byte>> bytes(RunResult result) {
        List<List<Byte>> all = new ArrayList<>();
        for (Frame frame : result.transmitted().get("outside")) {
            List<Byte> one = new ArrayList<>();
            for (byte b : frame.bytes()) {
                one.add(b);
            }
            all.add(one);
        }
        return all;
    }

    /** Frames of ten hosts, tagged or not, some cut short, some of another kind. */
    private static List<Frame> frames() {
        Random random = new Random(1);
        List<Frame> frames = new ArrayList<>();
        for (int i = 0; i < 400; i++) {
            byte[] frame = new byte[random.nextInt(12) == 0 ? random.nextInt(40) : 64];
            random.nextBytes(frame);
            int at = 12;
            for (int tags = random.nextInt(4); tags > 0; tags--, at += 4) {
                put(frame, at, 0x81, 0x00);
            }
            put(frame, at, 0x08, random.nextInt(9) == 0 ? 0x06 : 0x00);
            put(frame, at + 4, random.nextInt(4), random.nextInt(256));
            put(frame, at + 14, 10, 0, 0, random.nextInt(10));
            frames.add(new Frame(1000L * i, frame));
        }
        return frames;
    }

    private static void put(byte[] frame, int at, int... bytes) {
        for (int i = 0; i < bytes.length && at + i < frame.length; i++) {
            frame[at + i] = (byte) bytes[i];
        }
    }

    /** Whether the tools the target needs are on the PATH. */
    private boolean canRun() {
        List<String> folders = List.of(System.getenv("PATH").split(File.pathSeparator));
        return target.tools().stream()
                .allMatch(tool -> folders.stream().anyMatch(f -> Files.isExecutable(Path.of(f, tool))));
    }
}

package dev.toec.target.bluefield;

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
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A program whose output depends on order, cross-compiled and run in user-mode emulation. */
class BlueFieldTest {
    private final BlueFieldTarget target = new BlueFieldTarget();

    @TempDir
    private Path cache;

    private PlacedGraph placed() throws IOException {
        try (InputStream in = BlueFieldTest.class.getResourceAsStream("order.toe")) {
            SourceFile source = new SourceFile("order.toe", new String(in.readAllBytes(), StandardCharsets.UTF_8));
            return Compilation.place(
                    Compilation.compile(source, List.of(), new Diagnostics()).orElseThrow(),
                    Mapping.NONE,
                    target.defaultReplicas());
        }
    }

    @Test
    void isBuiltForTheArmCores() throws IOException {
        assertThat(target.emit(placed()).get("Makefile"))
                .contains("CC = aarch64-linux-gnu-gcc")
                .contains("-mcpu=cortex-a72");
    }

    @Test
    void doesWhatTheInterpreterDoes() throws IOException, EngineException {
        assumeTrue(canRun(), "needs " + target.tools());
        Random random = new Random(2);
        List<Frame> frames = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            byte[] frame = new byte[random.nextInt(80)];
            random.nextBytes(frame);
            frames.add(new Frame(i, frame));
        }
        RunRequest request = new RunRequest(placed(), Map.of("inside", frames), Map.of(), 0);
        RunResult expected = new Interpreter().run(request);
        RunResult actual = new CompiledEngine(target, new CompiledEngine.Options(false, Duration.ofMinutes(1), cache))
                .run(request);
        assertThat(actual.drops()).isEqualTo(expected.drops());
        assertThat(actual.counters()).isEqualTo(expected.counters());
        assertThat(actual.transmitted().get("outside"))
                .usingRecursiveComparison()
                .isEqualTo(expected.transmitted().get("outside"));
    }

    /** Whether the tools the target needs are on the PATH. */
    private boolean canRun() {
        List<String> folders = List.of(System.getenv("PATH").split(File.pathSeparator));
        return target.tools().stream()
                .allMatch(tool -> folders.stream().anyMatch(f -> Files.isExecutable(Path.of(f, tool))));
    }
}

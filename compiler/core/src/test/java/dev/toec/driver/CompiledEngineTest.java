package dev.toec.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.toec.diag.Diagnostics;
import dev.toec.engine.EngineException;
import dev.toec.engine.Frame;
import dev.toec.engine.RunRequest;
import dev.toec.engine.RunResult;
import dev.toec.graph.InstanceGraph;
import dev.toec.graph.PlacedGraph;
import dev.toec.ir.IrProgram;
import dev.toec.ir.Pipeline;
import dev.toec.source.Span;
import dev.toec.target.Target;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompiledEngineTest {
    private static final String FORWARD =
            "cp ${2#*=} ${4#*=}\nprintf 'in p 2\\nout p 2\\n%s\\n' 'drop oversize 0' > $6\n";

    @TempDir
    Path cache;

    /** A machine whose programs are shell scripts. */
    private record ShellTarget(String script) implements Target {
        @Override
        public String name() {
            return "shell";
        }

        @Override
        public String description() {
            return "shell scripts";
        }

        @Override
        public int defaultReplicas() {
            return 1;
        }

        @Override
        public void check(PlacedGraph placed, Diagnostics diagnostics) {}

        @Override
        public Map<String, String> emit(PlacedGraph placed) {
            return Map.of(
                    "Makefile",
                    "wire: wire.sh\n\tcp wire.sh wire && chmod +x wire\n",
                    "wire.sh",
                    "#!/bin/sh\n" + script);
        }

        @Override
        public List<String> tools() {
            return List.of("make", "sh");
        }

        @Override
        public List<String> command(Path directory) {
            return List.of(directory.resolve("wire").toString());
        }
    }

    private static PlacedGraph wire() {
        Pipeline pipeline = new Pipeline(
                "Wire",
                "",
                List.of(new Pipeline.ExternalPort("p", Span.NONE)),
                List.of(),
                List.of(),
                List.of(),
                Span.NONE);
        IrProgram program =
                new IrProgram("wire", List.of(), List.of(), List.of(), List.of(), List.of(), pipeline, Span.NONE);
        return new PlacedGraph(
                new InstanceGraph(
                        program,
                        List.of(new InstanceGraph.ExternalPort("p", Span.NONE)),
                        List.of(),
                        List.of(),
                        List.of(),
                        List.of(new InstanceGraph.Link("p", "rx", "p", "tx", "packet", Optional.empty(), Span.NONE))),
                Map.of());
    }

    private RunResult run(String script, Duration limit) throws EngineException {
        CompiledEngine.Options options = new CompiledEngine.Options(false, limit, cache.resolve("builds"));
        List<Frame> frames =
                List.of(new Frame(1_000_000_007, new byte[] {1, 2}), new Frame(2_000_000_000L, new byte[0]));
        return new CompiledEngine(new ShellTarget(script), options)
                .run(new RunRequest(wire(), Map.of("p", frames), Map.of(), 0));
    }

    private RunResult run(String script) throws EngineException {
        return run(script, Duration.ofSeconds(30));
    }

    @Test
    void buildsRunsAndReadsTheResult() throws EngineException {
        RunResult result = run(FORWARD);
        assertThat(result.received()).containsExactly(Map.entry("p", 2L));
        assertThat(result.drops()).containsExactly(Map.entry("oversize", 0L));
        assertThat(result.transmitted().get("p").get(0).bytes()).containsExactly(1, 2);
        assertThat(result.transmitted().get("p").get(0).nanos()).isEqualTo(1_000_000_007);
    }

    @Test
    void buildsAProgramOnce() throws EngineException, IOException {
        run(FORWARD);
        run(FORWARD);
        try (Stream<Path> builds = Files.list(cache.resolve("builds"))) {
            assertThat(builds).hasSize(1);
        }
    }

    @Test
    void reportsWhatAFailingProgramPrinted() {
        assertThatThrownBy(() -> run("echo out of cheese >&2; exit 3\n"))
                .isInstanceOf(EngineException.class)
                .hasMessageContaining("failed with status 3")
                .hasMessageContaining("out of cheese");
    }

    @Test
    void stopsAProgramThatDoesNotEnd() {
        assertThatThrownBy(() -> run("sleep 60\n", Duration.ofMillis(300)))
                .isInstanceOf(EngineException.class)
                .hasMessageContaining("did not end within");
    }

    @Test
    void refusesAResultWithoutAllFacts() {
        assertThatThrownBy(() -> run("cp ${2#*=} ${4#*=}; echo in p 2 > $6\n"))
                .isInstanceOf(EngineException.class)
                .hasMessageContaining("does not say");
    }

    @Test
    void refusesAResultThatContradictsTheCapture() {
        assertThatThrownBy(() -> run("cp ${2#*=} ${4#*=}; printf 'in p 2\\nout p 1\\ndrop oversize 0\\n' > $6\n"))
                .isInstanceOf(EngineException.class)
                .hasMessageContaining("sent 1 packets");
    }
}

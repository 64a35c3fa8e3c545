package dev.toec.interp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.toec.diag.Diagnostics;
import dev.toec.driver.Compilation;
import dev.toec.engine.EngineException;
import dev.toec.engine.Frame;
import dev.toec.engine.RunRequest;
import dev.toec.engine.RunResult;
import dev.toec.graph.InstanceGraph;
import dev.toec.graph.Mapping;
import dev.toec.graph.PlacedGraph;
import dev.toec.source.SourceFile;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ScheduleTest {
    private static final String ORDERED = TestPrograms.text("ordered.ir");
    private static final int SCHEDULES = 1000;

    /** Compiled as for any engine: the sequence pass writes the skips. */
    private static PlacedGraph compiled() {
        Diagnostics diagnostics = new Diagnostics();
        InstanceGraph graph = Compilation.compile(new SourceFile("ordered.ir", ORDERED), List.of(), diagnostics)
                .orElseThrow();
        assertThat(diagnostics.sorted()).isEmpty();
        return Compilation.place(graph, Mapping.NONE, 4);
    }

    /** What the compiler would refuse, or mend: joined as it is written. */
    private static PlacedGraph asWritten(String text) {
        return TestPrograms.place(TestPrograms.parse("ordered.ir", text), 4);
    }

    private static RunResult run(PlacedGraph graph, long seed) throws EngineException {
        Map<String, List<Frame>> frames = Map.of("inside", TestPrograms.frames(40, 60));
        return new Interpreter().run(new RunRequest(graph, frames, Map.of(), seed));
    }

    private static List<String> outside(RunResult result) {
        return TestPrograms.hex(result.transmitted().get("outside"));
    }

    @Test
    void everyScheduleMeansTheSame() throws EngineException {
        PlacedGraph graph = compiled();
        RunResult sequential = run(graph, 0);

        assertThat(outside(sequential)).hasSize(35);
        assertThat(sequential.drops()).containsEntry("odd", 5L).containsEntry("oversize", 0L);
        for (long seed = 1; seed <= SCHEDULES; seed++) {
            RunResult result = run(graph, seed);
            assertThat(outside(result)).as("seed %d", seed).isEqualTo(outside(sequential));
            assertThat(result.counters()).isEqualTo(sequential.counters());
        }
    }

    @Test
    void withoutTheReorderPointSchedulesDiffer() throws EngineException {
        PlacedGraph graph = asWritten(ORDERED.replace("reorder arrival -> ", ""));
        Set<List<String>> outcomes = new HashSet<>();
        for (long seed = 0; seed <= 20; seed++) {
            outcomes.add(outside(run(graph, seed)));
        }
        assertThat(outcomes).hasSizeGreaterThan(10);
    }

    @Test
    void aSeedReplaysItsSchedule() throws EngineException {
        PlacedGraph graph = asWritten(ORDERED.replace("reorder arrival -> ", ""));

        assertThat(outside(run(graph, 77))).isEqualTo(outside(run(graph, 77)));
    }

    @Test
    void aMissingSkipStallsAndIsReported() {
        PlacedGraph graph = asWritten(ORDERED);

        for (long seed : List.of(0L, 1L)) {
            assertThatThrownBy(() -> run(graph, seed))
                    .isInstanceOf(EngineException.class)
                    .hasMessage("reorder point arrival@Chain: stalled: number 3 of 40 neither arrived nor was skipped,"
                            + " and 32 later ones wait");
        }
    }

    @Test
    void aNumberThatArrivesTwiceIsReported() {
        PlacedGraph graph = asWritten(ORDERED.replace("emit done(%pkt.0)", "skip arrival@Chain emit done(%pkt.0)"));

        assertThatThrownBy(() -> run(graph, 0))
                .isInstanceOf(EngineException.class)
                .hasMessageContaining("Work, packet 1: number 0 arrives twice at reorder point arrival@Chain");
    }

    @Test
    void theWorldShowsWhereItStands() {
        World world = new World(asWritten(ORDERED), Map.of("inside", TestPrograms.frames(6, 60)));

        assertThatThrownBy(() -> world.run(0)).isInstanceOf(InterpreterFault.class);

        ReorderBuffer point = world.reorderBuffers().get("arrival@Chain");
        assertThat(point.next()).isEqualTo(3);
        assertThat(point.waiting()).isEqualTo(2);
        assertThat(world.stages().get("Work").counter("worked")).isEqualTo(6);
        assertThat(world.drops()).containsEntry("odd", 1L);
        assertThat(world.waiting("Chain")).isZero();
        assertThat(world.now()).isEqualTo(5);
        assertThat(world.result().transmitted().get("outside")).hasSize(3);
    }
}

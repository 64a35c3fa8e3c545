package dev.toec.interp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.toec.engine.EngineException;
import dev.toec.engine.RunRequest;
import dev.toec.engine.RunResult;
import dev.toec.graph.PlacedGraph;
import dev.toec.ir.IrParser;
import dev.toec.ir.IrProgram;
import dev.toec.source.SourceFile;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code faults.txt}, line by line: what no program may do is reported, with stage, packet and place. */
class FaultTest {
    private static final String PROGRAM = """
            program faulty
            reason odd "odd"
            function forever(%%i.0: i32) {
            entry:
              jump again
            again:
              jump again
            }
            module M {
              in frame: packet
              out done: packet
              table known (k: i32) -> (v: i32) max 4
              table raw (k: i32) -> (value0: i64 hex) max 4 bytes
              on frame m_frame(%%p.0: packet) {
              entry:
                %%c0.1: i32 = constant 0
                %%c59.2: i32 = constant 59
                %%c60.3: i32 = constant 60
                %%max.4: i32 = constant 0xffffffff
                %%b.5: i8 = constant 1
                %%c4.6: i32 = constant 4
                %%w.7: i64 = constant 1
                %%8: i1 = table.insert known(%%c0.1) = (%%c4.6) any
                %%9: i1 = table.insert raw(%%c0.1) = (%%w.7) any
                %%t.10: entry = table.find known(%%c0.1)
                %%none.11: entry = table.find known(%%c59.2)
                %%raw.12: entry = table.find raw(%%c0.1)
                %s
              }
            }
            pipeline P {
              port inside
              port outside
              stage M = M
              link inside.rx -> M.frame
              link M.done -> outside.tx
            }
            """;

    private static final Map<String, String> NAMES = Map.of(
            "%c0",
            "%c0.1",
            "%c59",
            "%c59.2",
            "%c60",
            "%c60.3",
            "%max",
            "%max.4",
            "%b",
            "%b.5",
            "%c4",
            "%c4.6",
            "%t",
            "%t.10",
            "%none",
            "%none.11",
            "%raw",
            "%raw.12");

    static Stream<String> lines() {
        return TestPrograms.text("faults.txt").lines().filter(l -> !l.startsWith("#"));
    }

    @ParameterizedTest
    @MethodSource("lines")
    void isReported(String line) {
        String[] parts = line.split(" \\| ");

        assertThatThrownBy(() -> run(parts[0]))
                .isInstanceOf(EngineException.class)
                .hasMessageMatching("faulty\\.ir:\\d+:\\d+: M, packet 1: .*")
                .hasMessageEndingWith(": " + parts[1])
                .hasCauseInstanceOf(InterpreterFault.class);
    }

    @Test
    void theSameProgramWithoutAFaultRuns() throws EngineException {
        RunResult result = run("emit done(%p.0) return");

        assertThat(result.transmitted().get("outside")).hasSize(1);
        assertThat(result.tables().get("M.known")).hasSize(1);
    }

    private static RunResult run(String body) throws EngineException {
        PlacedGraph graph = TestPrograms.place(parse(String.format(PROGRAM, withNumbers(body))), 1);
        return new Interpreter().run(new RunRequest(graph, Map.of("inside", TestPrograms.frames(1, 60)), Map.of(), 0));
    }

    /** Not verified: the verifier refuses some of these programs already. */
    private static IrProgram parse(String text) {
        var diagnostics = new dev.toec.diag.Diagnostics();
        IrProgram program = IrParser.parse(new SourceFile("faulty.ir", text), diagnostics);
        assertThat(diagnostics.sorted()).isEmpty();
        return program;
    }

    private static String withNumbers(String body) {
        String text = body;
        for (Map.Entry<String, String> name : NAMES.entrySet()) {
            text = text.replaceAll(name.getKey() + "(?![\\w.])", name.getValue());
        }
        return text;
    }
}

package dev.toec.interp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.toec.engine.EngineException;
import dev.toec.engine.Frame;
import dev.toec.engine.RunRequest;
import dev.toec.engine.RunResult;
import dev.toec.engine.TableEntry;
import dev.toec.graph.PlacedGraph;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class InterpreterTest {
    private static final PlacedGraph SWITCH =
            TestPrograms.place(TestPrograms.parse("switch.ir", TestPrograms.text("switch.ir")), 1);

    private static RunResult run(Map<String, List<Frame>> frames, Map<String, List<TableEntry>> tables)
            throws EngineException {
        return new Interpreter().run(new RunRequest(SWITCH, frames, tables, 0));
    }

    private static Frame frame(long nanos, int first, int length) {
        byte[] bytes = new byte[length];
        for (int i = 0; i < length; i++) {
            bytes[i] = (byte) (first + i);
        }
        return new Frame(nanos, bytes);
    }

    private static TableEntry entry(List<Long> key, Long... value) {
        return new TableEntry(key, List.of(value));
    }

    @Test
    void framesArriveByTimeThenPortThenFile() throws EngineException {
        RunResult result = run(
                Map.of(
                        "west", List.of(frame(5, 1, 20), frame(3, 2, 20), frame(9, 3, 20)),
                        "east", List.of(frame(5, 4, 20), frame(8, 5, 20))),
                Map.of());

        // Three entries fit. West's second frame is earlier than its first and still follows it, before east's.
        assertThat(result.tables().get("Learn.seen"))
                .containsExactly(entry(List.of(1L), 1L, 1L), entry(List.of(2L), 1L, 1L), entry(List.of(4L), 1L, 2L));
        assertThat(result.received()).containsExactlyInAnyOrderEntriesOf(Map.of("west", 3L, "east", 2L));
        assertThat(result.transmitted().get("east")).extracting(Frame::nanos).containsExactly(5L, 3L, 9L);
        assertThat(result.counters()).containsExactly(Map.entry("Learn.bytes", 100L));
    }

    @Test
    void bytesAreTakenOutWhereSaid() throws EngineException {
        RunResult result = run(Map.of("east", List.of(frame(1, 0, 16))), Map.of());

        // The hook says PASS (2) with nothing attached, and that is the offset.
        assertThat(TestPrograms.hex(result.transmitted().get("west"))).containsExactly("00010c0d0e0f");
    }

    @Test
    void plainBytesAreLittleEndian() throws EngineException {
        RunResult result = run(Map.of("west", List.of(frame(1, 7, 60))), Map.of());

        assertThat(result.tables().get("Learn.raw")).containsExactly(entry(List.of(7L), 0x13cL, 0xbeefL));
    }

    @Test
    void framesTooLongOrTooShortAreDroppedByReason() throws EngineException {
        RunResult result = run(Map.of("east", List.of(frame(1, 0, 9216), frame(2, 0, 9217), frame(3, 0, 0))), Map.of());

        assertThat(result.received()).containsEntry("east", 3L);
        assertThat(result.drops()).containsExactlyInAnyOrderEntriesOf(Map.of("oversize", 1L, "runt", 1L, "full", 0L));
        assertThat(result.transmitted().get("west")).hasSize(1);
    }

    @Test
    void tablesBeginWithWhatIsGiven() throws EngineException {
        RunResult result = run(
                Map.of("west", List.of(frame(1, 9, 60))),
                Map.of("Learn.seen", List.of(entry(List.of(9L), 41L, 0L), entry(List.of(200L), 0L, 0L))));

        assertThat(result.tables().get("Learn.seen"))
                .containsExactly(entry(List.of(9L), 42L, 0L), entry(List.of(200L), 0L, 0L));
    }

    @Test
    void refusesWhatTheProgramDoesNotHave() {
        List<TableEntry> four =
                Stream.of(1L, 2L, 3L, 4L).map(i -> entry(List.of(i), 0L, 0L)).toList();

        assertThatThrownBy(() -> run(Map.of("north", List.of()), Map.of()))
                .isInstanceOf(EngineException.class)
                .hasMessage("the program has no external port north");
        assertThatThrownBy(() -> run(Map.of(), Map.of("Learn.none", List.of())))
                .isInstanceOf(EngineException.class)
                .hasMessage("the program has no table Learn.none");
        assertThatThrownBy(() -> run(Map.of(), Map.of("Learn.seen", four)))
                .isInstanceOf(EngineException.class)
                .hasMessage("table Learn.seen holds 3 entries at most, more are given");
        assertThatThrownBy(() -> run(Map.of(), Map.of("Learn.seen", List.of(entry(List.of(256L), 0L, 0L)))))
                .isInstanceOf(EngineException.class);
    }
}

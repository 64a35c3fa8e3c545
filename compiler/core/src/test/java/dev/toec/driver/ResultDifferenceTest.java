package dev.toec.driver;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toec.engine.Frame;
import dev.toec.engine.RunResult;
import dev.toec.engine.TableEntry;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ResultDifferenceTest {
    private static final RunResult BASE = result(new byte[] {1, 2, 3}, 5, 7);

    private static RunResult result(byte[] packet, long drops, long value) {
        return new RunResult(
                Map.of("inside", 1L),
                Map.of("outside", List.of(new Frame(1000, packet))),
                Map.of("runt", drops),
                Map.of("Pre.seen", 1L),
                Map.of("Pre.flows", List.of(new TableEntry(List.of(1L), List.of(value)))));
    }

    private static ResultDifference difference(RunResult other) {
        return ResultDifference.first(BASE, other).orElseThrow();
    }

    @Test
    void equalResultsDoNotDiffer() {
        assertThat(ResultDifference.first(BASE, result(new byte[] {1, 2, 3}, 5, 7)))
                .isEmpty();
    }

    @Test
    void findsTheByte() {
        assertThat(difference(result(new byte[] {1, 9, 3}, 6, 8)))
                .isEqualTo(
                        new ResultDifference("port outside, packet 0, byte 1", "02 03 (3 bytes)", "09 03 (3 bytes)"));
    }

    @Test
    void findsThatOnePacketIsLonger() {
        assertThat(difference(result(new byte[] {1, 2, 3, 4}, 5, 7)).place())
                .isEqualTo("port outside, packet 0, byte 3");
    }

    @Test
    void findsDropsAndEntries() {
        assertThat(difference(result(new byte[] {1, 2, 3}, 6, 7)).place()).isEqualTo("packets dropped as runt");
        assertThat(difference(result(new byte[] {1, 2, 3}, 5, 8)))
                .isEqualTo(new ResultDifference("table Pre.flows, entry 0", "0x1 : 0x7", "0x1 : 0x8"));
    }

    @Test
    void findsMissingPackets() {
        RunResult none = new RunResult(BASE.received(), Map.of(), BASE.drops(), BASE.counters(), BASE.tables());
        assertThat(difference(none))
                .isEqualTo(new ResultDifference("port outside, packet 0", "01 02 03 (3 bytes)", "no packet, 0 in all"));
    }

    @Test
    void describesBothSides() {
        assertThat(new ResultDifference("counter a", "1", "2").describe("interp", "x86"))
                .isEqualTo(String.format("counter a%n  interp  1%n  x86     2"));
    }
}

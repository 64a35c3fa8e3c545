package dev.toec.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toec.engine.Frame;
import dev.toec.engine.RunResult;
import dev.toec.engine.TableEntry;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class ComparisonTableTest {
    @Test
    void hasAColumnForEachEngineAndSaysWhichDiffer() {
        ComparisonTable table = new ComparisonTable();
        table.add("interp", result((byte) 1));
        table.add("x86", result((byte) 1));
        table.add("nfp", result((byte) 2));

        assertThat(table.text()).isEqualTo("""
                                                    interp         x86         nfp
                received on
                  inside                                 3           3           3
                sent on
                  inside                                 1           1           1
                dropped as
                  runt                                   2           2           2
                counter
                  Pre.tags                               7           7           7
                entries of table
                  Pre.flows                              1           1           1
                packets, counts and tables       reference       equal   DIFFERENT
                """);
        assertThat(table.differences()).containsOnlyKeys("nfp");
        assertThat(table.differences().get("nfp").place()).isEqualTo("port inside, packet 0, byte 0");
    }

    private static RunResult result(byte content) {
        return new RunResult(
                Map.of("inside", 3L),
                Map.of("inside", List.of(new Frame(1, new byte[] {content}))),
                new TreeMap<>(Map.of("runt", 2L, "never", 0L)),
                Map.of("Pre.tags", 7L),
                Map.of("Pre.flows", List.of(new TableEntry(List.of(1L), List.of(2L)))));
    }
}

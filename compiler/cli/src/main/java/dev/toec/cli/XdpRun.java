package dev.toec.cli;

import dev.toec.engine.TableEntry;
import dev.toec.ir.Table;
import dev.toec.ir.Verdict;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/**
 * What became of packets an XDP program was run on, whichever engine did it.
 *
 * @param outcomes one per packet, in the order given
 * @param maps what each map holds afterwards, sorted by key
 * @param nanosPerRun wall time of one run of the program on average, where it was measured
 */
record XdpRun(List<Outcome> outcomes, Map<Table, List<TableEntry>> maps, OptionalDouble nanosPerRun) {
    /** The verdict on a packet, and the packet as the program left it. */
    record Outcome(Verdict verdict, byte[] packet) {}
}

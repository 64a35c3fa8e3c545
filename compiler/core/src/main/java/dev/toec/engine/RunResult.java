package dev.toec.engine;

import java.util.List;
import java.util.Map;

/**
 * What an engine did with the packets of one run; two engines agree when these are equal.
 *
 * @param received frames per external port, oversize ones included
 * @param transmitted by external port, every port present
 * @param drops by reason, every reason of the program and {@link Frame#OVERSIZE} present
 * @param counters by {@code Stage.counter}, every counter present
 * @param tables by {@code Stage.table}, every table present, entries sorted by key (fields compared unsigned, in order)
 */
public record RunResult(
        Map<String, Long> received,
        Map<String, List<Frame>> transmitted,
        Map<String, Long> drops,
        Map<String, Long> counters,
        Map<String, List<TableEntry>> tables) {}

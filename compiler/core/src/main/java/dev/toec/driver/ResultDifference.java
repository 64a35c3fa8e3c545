package dev.toec.driver;

import dev.toec.engine.Frame;
import dev.toec.engine.RunResult;
import dev.toec.engine.TableEntry;
import dev.toec.engine.TableText;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;

/**
 * The first thing in which two results of one run differ.
 *
 * @param place what was compared: {@code port outside, packet 17, byte 14}; packets and bytes count from 0
 * @param expected what the first result has there
 * @param actual what the second has there
 */
public record ResultDifference(String place, String expected, String actual) {
    private static final int SHOWN_BYTES = 16;

    /** Compares packets first, byte by byte, then drops, counters and tables; nothing if the results agree. */
    public static Optional<ResultDifference> first(RunResult expected, RunResult actual) {
        return inNumbers("packets received on port ", expected.received(), actual.received())
                .or(() -> inPackets(expected.transmitted(), actual.transmitted()))
                .or(() -> inNumbers("packets dropped as ", expected.drops(), actual.drops()))
                .or(() -> inNumbers("counter ", expected.counters(), actual.counters()))
                .or(() -> inTables(expected.tables(), actual.tables()));
    }

    /** A few lines for people, each side under the name of what produced it. */
    public String describe(String expectedBy, String actualBy) {
        int width = Math.max(expectedBy.length(), actualBy.length());
        String line = "%n  %-" + width + "s  %s";
        return place + String.format(line, expectedBy, expected) + String.format(line, actualBy, actual);
    }

    private static Optional<ResultDifference> inNumbers(
            String what, Map<String, Long> expected, Map<String, Long> actual) {
        for (String name : names(expected, actual)) {
            Long a = expected.get(name);
            Long b = actual.get(name);
            if (a == null || !a.equals(b)) {
                return Optional.of(new ResultDifference(what + name, orNothing(a), orNothing(b)));
            }
        }
        return Optional.empty();
    }

    private static Optional<ResultDifference> inPackets(
            Map<String, List<Frame>> expected, Map<String, List<Frame>> actual) {
        for (String port : names(expected, actual)) {
            Optional<ResultDifference> found = inPort(
                    "port " + port, expected.getOrDefault(port, List.of()), actual.getOrDefault(port, List.of()));
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static Optional<ResultDifference> inPort(String port, List<Frame> expected, List<Frame> actual) {
        int common = Math.min(expected.size(), actual.size());
        for (int i = 0; i < common; i++) {
            Optional<ResultDifference> found = inFrame(port + ", packet " + i, expected.get(i), actual.get(i));
            if (found.isPresent()) {
                return found;
            }
        }
        if (expected.size() == actual.size()) {
            return Optional.empty();
        }
        return Optional.of(new ResultDifference(
                port + ", packet " + common, frameOrEnd(expected, common), frameOrEnd(actual, common)));
    }

    private static String frameOrEnd(List<Frame> frames, int index) {
        return index < frames.size()
                ? bytesAt(frames.get(index).bytes(), 0)
                : "no packet, " + frames.size() + " in all";
    }

    private static Optional<ResultDifference> inFrame(String packet, Frame expected, Frame actual) {
        int offset = Arrays.mismatch(expected.bytes(), actual.bytes());
        if (offset >= 0) {
            return Optional.of(new ResultDifference(
                    packet + ", byte " + offset, bytesAt(expected.bytes(), offset), bytesAt(actual.bytes(), offset)));
        }
        if (expected.nanos() != actual.nanos()) {
            return Optional.of(
                    new ResultDifference(packet + ", time", expected.nanos() + " ns", actual.nanos() + " ns"));
        }
        return Optional.empty();
    }

    private static String bytesAt(byte[] bytes, int offset) {
        StringBuilder hex = new StringBuilder();
        int end = Math.min(bytes.length, offset + SHOWN_BYTES);
        for (int i = offset; i < end; i++) {
            hex.append(String.format("%02x ", bytes[i]));
        }
        hex.append(end < bytes.length ? "… " : "");
        return hex.append("(").append(bytes.length).append(" bytes)").toString();
    }

    private static Optional<ResultDifference> inTables(
            Map<String, List<TableEntry>> expected, Map<String, List<TableEntry>> actual) {
        for (String table : names(expected, actual)) {
            List<TableEntry> a = expected.getOrDefault(table, List.of());
            List<TableEntry> b = actual.getOrDefault(table, List.of());
            for (int i = 0; i < Math.max(a.size(), b.size()); i++) {
                String left = entryOrEnd(a, i);
                String right = entryOrEnd(b, i);
                if (!left.equals(right)) {
                    return Optional.of(new ResultDifference("table " + table + ", entry " + i, left, right));
                }
            }
        }
        return Optional.empty();
    }

    private static String entryOrEnd(List<TableEntry> entries, int index) {
        return index < entries.size()
                ? TableText.write(List.of(entries.get(index))).strip()
                : "no entry, " + entries.size() + " in all";
    }

    private static TreeSet<String> names(Map<String, ?> expected, Map<String, ?> actual) {
        TreeSet<String> names = new TreeSet<>(expected.keySet());
        names.addAll(actual.keySet());
        return names;
    }

    private static String orNothing(Long value) {
        return value == null ? "nothing" : Long.toUnsignedString(value);
    }
}

package dev.toec.tests;

import dev.toec.engine.Frame;
import dev.toec.engine.RunResult;
import dev.toec.engine.TableEntry;
import dev.toec.engine.TableText;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.TreeMap;

/** A result as a case writes it: one fact a line, in one order. Drops that did not happen are not facts. */
final class ResultLines {
    /** Above this many packets a port's packets are told by a digest only. */
    private static final int SHOWN_PACKETS = 40;

    private final StringBuilder text = new StringBuilder();

    private ResultLines() {}

    static String of(RunResult result) {
        ResultLines lines = new ResultLines();
        new TreeMap<>(result.received()).forEach((port, n) -> lines.line("in " + port + " " + n));
        new TreeMap<>(result.transmitted()).forEach(lines::packets);
        new TreeMap<>(result.drops()).forEach(lines::drop);
        new TreeMap<>(result.counters())
                .forEach((name, n) -> lines.line("counter " + name + " " + Long.toUnsignedString(n)));
        new TreeMap<>(result.tables()).forEach(lines::table);
        return lines.text.toString();
    }

    private void line(String line) {
        text.append(line).append('\n');
    }

    private void drop(String reason, long count) {
        if (count != 0) {
            line("drop " + reason + " " + count);
        }
    }

    private void packets(String port, List<Frame> frames) {
        line("out " + port + " " + frames.size());
        if (frames.size() > SHOWN_PACKETS) {
            line("digest " + port + " " + digest(frames));
        } else {
            frames.forEach(frame -> line("packet " + port + " " + Bytes.format(frame.bytes())));
        }
    }

    private void table(String name, List<TableEntry> entries) {
        entries.forEach(entry ->
                line("entry " + name + " " + TableText.write(List.of(entry)).strip()));
    }

    private static String digest(List<Frame> frames) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (Frame frame : frames) {
                digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(0, frame.bytes().length));
                digest.update(frame.bytes());
            }
            return HexFormat.of().formatHex(digest.digest(), 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}

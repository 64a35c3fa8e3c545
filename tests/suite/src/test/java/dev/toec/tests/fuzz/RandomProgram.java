package dev.toec.tests.fuzz;

import dev.toec.engine.Frame;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * A batch of random handlers in one program, each in a stage between ports of its own, so that one build tries many.
 *
 * @param text the program as IR
 * @param frames by port
 */
record RandomProgram(String text, Map<String, List<Frame>> frames) {
    private static final int HANDLERS = 12;
    private static final int PACKETS = 40;

    /** Stages of several copies; each takes a sequence, and targets have few. */
    private static final int REPLICATED = 2;

    /** The program of {@code seed}, always the same. */
    static RandomProgram of(long seed) {
        Random random = new Random(seed);
        StringBuilder modules = new StringBuilder();
        StringBuilder ports = new StringBuilder();
        StringBuilder stages = new StringBuilder();
        StringBuilder links = new StringBuilder();
        Map<String, List<Frame>> frames = new LinkedHashMap<>();
        for (int i = 0; i < HANDLERS; i++) {
            boolean replicated = i < REPLICATED;
            modules.append(module("M" + i, !replicated, random));
            ports.append("  port p").append(i).append('\n');
            stages.append("  stage M" + i + " = M" + i + (replicated ? " replicated\n" : "\n"));
            stages.append(replicated ? "  sequence s" + i + " at p" + i + ".rx\n" : "");
            links.append("  link p" + i + ".rx -> M" + i + ".frame\n");
            links.append(
                    "  link M" + i + ".done -> " + (replicated ? "reorder s" + i + " -> " : "") + "p" + i + ".tx\n");
            frames.put("p" + i, packets(random));
        }
        String text = "program random\n\nreason short \"too short\"\nreason refused \"as it happens\"\n\n" + modules
                + "pipeline Random {\n" + ports + stages + links + "}\n";
        return new RandomProgram(text, frames);
    }

    private static String module(String name, boolean keepsState, Random random) {
        return "module " + name + " {\n  in frame: packet\n  out done: packet\n  counter events\n"
                + "  table seen (low: i32, high: i1 bool) -> (uses: i8, total: i64 hex) max 5\n"
                + "  variable last: i32 = 7\n"
                + new RandomHandler(random, keepsState).write(name.toLowerCase(java.util.Locale.ROOT)) + "}\n\n";
    }

    private static List<Frame> packets(Random random) {
        List<Frame> packets = new ArrayList<>();
        for (int i = 0; i < PACKETS; i++) {
            byte[] bytes =
                    new byte[random.nextInt(8) == 0 ? random.nextInt(64) : RandomHandler.PROVED + random.nextInt(20)];
            random.nextBytes(bytes);
            if (random.nextInt(3) == 0) {
                java.util.Arrays.fill(bytes, (byte) (random.nextBoolean() ? 0 : 0xff));
            }
            packets.add(new Frame(i, bytes));
        }
        return packets;
    }
}

package dev.toec.target.cpu;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The C runtime that is emitted beside a program, file by file. */
final class Runtime {
    private static final String FOLDER = "/dev/toec/target/host/toe/";

    /** Names of the translation units, without extension. */
    static final List<String> SOURCES = List.of(
            "capture",
            "consumer",
            "engine",
            "fail",
            "main",
            "output",
            "packet",
            "receiver",
            "reorder",
            "result",
            "ring",
            "socket",
            "table",
            "table_text");

    private static final List<String> HEADERS = List.of(
            "arith", "bytes", "counter", "engine", "fail", "packet", "port", "program", "reorder", "result", "ring",
            "table", "threads");

    private Runtime() {}

    /** Path in the build directory to text. */
    static Map<String, String> files() {
        Map<String, String> files = new LinkedHashMap<>();
        SOURCES.forEach(s -> files.put("toe/" + s + ".c", read(s + ".c")));
        HEADERS.forEach(h -> files.put("toe/" + h + ".h", read(h + ".h")));
        return files;
    }

    private static String read(String file) {
        try (InputStream in = Runtime.class.getResourceAsStream(FOLDER + file)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

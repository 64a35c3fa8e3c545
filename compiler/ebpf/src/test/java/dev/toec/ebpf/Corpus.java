package dev.toec.ebpf;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The programs of {@code src/test/xdp}: sources, and the objects compiled from them. */
final class Corpus {
    private static final Path ROOT = Path.of("src/test/xdp");

    private Corpus() {}

    static List<Path> safe() {
        return objects("safe");
    }

    static List<Path> unsafe() {
        return objects("unsafe");
    }

    private static List<Path> objects(String kind) {
        try (Stream<Path> files = Files.list(ROOT.resolve("objects").resolve(kind))) {
            return files.filter(f -> f.toString().endsWith(".o")).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the kernel is given for a safe object: its twin where libbpf does not load the object itself. */
    static Path forKernel(Path safe) {
        Path twin = ROOT.resolve("objects").resolve("kernel").resolve(safe.getFileName());
        return Files.exists(twin) ? twin : safe;
    }

    static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the first line of an unsafe program's source expects: a code and perhaps words of the message. */
    static String expectation(Path object) {
        String name = object.getFileName().toString().replace(".o", "");
        Path c = ROOT.resolve("unsafe").resolve(name + ".c");
        Path source = Files.exists(c) ? c : ROOT.resolve("unsafe").resolve(name + ".S");
        String first = new String(bytes(source)).lines().findFirst().orElseThrow();
        return first.replaceAll(".*expect: ", "").replace("*/", "").strip();
    }
}

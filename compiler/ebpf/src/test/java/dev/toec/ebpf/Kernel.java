package dev.toec.ebpf;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Runs XDP programs in the kernel, by bpftool and its {@code BPF_PROG_TEST_RUN}. */
final class Kernel implements AutoCloseable {
    /** What the kernel made of one packet. */
    record Outcome(long verdict, byte[] bytes) {}

    private static final Pattern VERDICT = Pattern.compile("Return value: (\\d+)");
    private static final Pattern ENTRY = Pattern.compile("\"key\":\\[([^\\]]*)\\],\"value\":\\[([^\\]]*)\\]");

    private final Path pins;
    private final Path files;

    private Kernel(Path pins, Path files) {
        this.pins = pins;
        this.files = files;
    }

    /** What nothing can be run without, and is not there; empty if all is. */
    static String missing() throws IOException, InterruptedException {
        if (!"root".equals(System.getProperty("user.name"))) {
            return "root";
        }
        if (!Files.isWritable(Path.of("/sys/fs/bpf"))) {
            return "a BPF file system at /sys/fs/bpf";
        }
        try {
            return run("version").contains("bpftool") ? "" : "bpftool";
        } catch (IOException e) {
            return "bpftool";
        }
    }

    /** Loads all programs of an object; an object the kernel refuses is an {@link IOException} with its log. */
    static Kernel load(Path object) throws IOException, InterruptedException {
        Path pins = Files.createTempDirectory(Path.of("/sys/fs/bpf"), "toec");
        Kernel kernel = new Kernel(pins, Files.createTempDirectory("toec-kernel"));
        String said =
                run("prog", "loadall", object.toString(), pins + "/progs", "type", "xdp", "pinmaps", pins + "/maps");
        if (!Files.exists(pins.resolve("progs"))) {
            kernel.close();
            throw new IOException(said);
        }
        return kernel;
    }

    /** Runs {@code program} on {@code packets}, one after the other. */
    List<Outcome> run(String program, List<byte[]> packets) throws IOException, InterruptedException {
        StringBuilder batch = new StringBuilder();
        for (int i = 0; i < packets.size(); i++) {
            Files.write(files.resolve("in" + i), packets.get(i));
            batch.append("prog run pinned ").append(pins.resolve("progs").resolve(program));
            batch.append(" data_in ").append(files.resolve("in" + i));
            batch.append(" data_out ").append(files.resolve("out" + i)).append('\n');
        }
        Path script = Files.writeString(files.resolve("batch"), batch);
        String said = run("batch", "file", script.toString());
        Matcher verdicts = VERDICT.matcher(said);
        List<Outcome> outcomes = new ArrayList<>();
        while (verdicts.find()) {
            Path out = files.resolve("out" + outcomes.size());
            outcomes.add(new Outcome(Long.parseLong(verdicts.group(1)), Files.readAllBytes(out)));
        }
        if (outcomes.size() != packets.size()) {
            throw new IOException(said);
        }
        return outcomes;
    }

    /** The entries of a map, key and value in hex. */
    Map<String, String> entries(String map) throws IOException, InterruptedException {
        String said = run(
                "-j", "map", "dump", "pinned", pins.resolve("maps").resolve(map).toString());
        Map<String, String> entries = new TreeMap<>();
        Matcher matcher = ENTRY.matcher(said);
        while (matcher.find()) {
            entries.put(hex(matcher.group(1)), hex(matcher.group(2)));
        }
        return entries;
    }

    private static String hex(String list) {
        return list.replaceAll("\"0x|\"|,", "");
    }

    private static String run(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("bpftool"));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (!process.waitFor(60, TimeUnit.SECONDS)) {
            process.destroy();
        }
        return said;
    }

    @Override
    public void close() throws IOException {
        for (Path root : List.of(pins, files)) {
            try (Stream<Path> all = Files.walk(root)) {
                List<Path> deepestFirst =
                        all.sorted(java.util.Comparator.reverseOrder()).toList();
                for (Path path : deepestFirst) {
                    Files.delete(path);
                }
            }
        }
    }
}

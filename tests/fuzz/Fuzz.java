import dev.toec.diag.Diagnostics;
import dev.toec.driver.Compilation;
import dev.toec.source.SourceFile;
import dev.toec.target.ExtensionLoader;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.ServiceLoader;
import java.util.stream.Stream;

/**
 * Mutates good inputs and feeds them to a reader. Whatever it throws is a finding: it is shrunk by leaving parts out
 * while the same thing is thrown at the same place, and kept. One finding of a kind is kept, the others are counted.
 */
public class Fuzz {
    private static final int SHRINK_ATTEMPTS = 4000;
    private static final long SLOW_NANOS = 5_000_000_000L; // of processor time: the machine may be busy with other things
    private static final long STACK_BYTES = 16 << 20; // as the launcher gives it

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    /** What is tried on each input. */
    private interface Reader {
        void read(byte[] input);
    }

    private final String name;
    private final Reader reader;
    private final List<byte[]> seeds;
    private final Random random;
    private final Map<String, Integer> findings = new HashMap<>();

    private Fuzz(String name, Reader reader, List<byte[]> seeds, long seed) {
        this.name = name;
        this.reader = reader;
        this.seeds = seeds;
        this.random = new Random(seed);
    }

    public static void main(String[] arguments) throws Exception {
        Map<String, Long> options = new HashMap<>(Map.of("--seconds", 0L, "--count", 0L, "--seed", System.nanoTime()));
        for (int i = 1; i + 1 < arguments.length; i += 2) {
            options.put(arguments[i], Long.parseLong(arguments[i + 1]));
        }
        if (arguments.length % 2 == 0 || options.size() != 3) {
            System.err.println("usage: tests/fuzz/run syntax|elf [--seconds N | --count N] [--seed N]");
            System.exit(2);
        }
        Fuzz fuzz = of(arguments[0], options.get("--seed"));
        long count = options.get("--count") == 0 && options.get("--seconds") == 0 ? 10_000 : options.get("--count");
        Thread thread = new Thread(null, () -> fuzz.run(count, options.get("--seconds"), options.get("--seed")), "fuzz", STACK_BYTES);
        thread.start();
        thread.join();
        System.exit(fuzz.findings.isEmpty() ? 0 : 1);
    }

    private static Fuzz of(String name, long seed) throws IOException {
        switch (name) {
            case "syntax":
                return new Fuzz(name, Fuzz::compile, files(".toe"), seed);
            case "elf":
                return new Fuzz(name, Fuzz::load, files(".o"), seed);
            default:
                throw new IllegalArgumentException("no fuzzer " + name);
        }
    }

    private static List<byte[]> files(String suffix) throws IOException {
        List<byte[]> contents = new ArrayList<>();
        for (String root : List.of("examples", "tests", "compiler/ebpf/src")) {
            if (!Files.isDirectory(Path.of(root))) {
                continue;
            }
            try (Stream<Path> files = Files.walk(Path.of(root))) {
                for (Path file : files.filter(f -> f.toString().endsWith(suffix) && !f.toString().contains("/target/") && !f.toString().contains("/found/")).sorted().toList()) {
                    contents.add(Files.readAllBytes(file));
                }
            }
        }
        if (contents.isEmpty()) {
            throw new IllegalStateException("no file *" + suffix + " to begin with");
        }
        return contents;
    }

    private static void compile(byte[] input) {
        Compilation.compile(new SourceFile("fuzz.toe", new String(input, StandardCharsets.UTF_8)), List.of(), new Diagnostics());
    }

    private static final List<ExtensionLoader> LOADERS =
            ServiceLoader.load(ExtensionLoader.class).stream().map(ServiceLoader.Provider::get).toList();

    private static void load(byte[] input) {
        if (LOADERS.isEmpty()) {
            throw new IllegalStateException("no reader of eBPF objects is installed");
        }
        LOADERS.forEach(loader -> loader.load(Path.of("fuzz.o"), input, "", new Diagnostics()));
    }

    private void run(long count, long seconds, long seed) {
        System.out.println("fuzz " + name + ": seed " + seed + ", " + seeds.size() + " inputs to begin with");
        long end = System.nanoTime() + seconds * 1_000_000_000L;
        long done = 0;
        while (seconds > 0 ? System.nanoTime() < end : done < count) {
            attempt(mutate());
            done++;
        }
        findings.forEach((kind, times) -> System.out.println(times + " x " + kind));
        System.out.println(done + " inputs, " + findings.size() + " kinds of failure");
        System.out.println((findings.isEmpty() ? "1 passed, 0" : "0 passed, " + findings.size()) + " failed, 0 skipped");
    }

    private void attempt(byte[] input) {
        String kind = failure(input);
        if (kind != null && findings.merge(kind, 1, Integer::sum) == 1) {
            keep(kind, shrink(input, kind));
        }
    }

    /** What went wrong and where, or null. */
    private String failure(byte[] input) {
        long start = THREADS.getCurrentThreadCpuTime();
        try {
            reader.read(input);
        } catch (Throwable fault) {
            StackTraceElement[] trace = fault.getStackTrace();
            String place = trace.length == 0 || fault instanceof StackOverflowError ? "" : " at " + trace[0];
            return fault.getClass().getName() + place;
        }
        return THREADS.getCurrentThreadCpuTime() - start > SLOW_NANOS ? "took more than 5 s" : null;
    }

    private byte[] mutate() {
        byte[] input = seeds.get(random.nextInt(seeds.size())).clone();
        for (int i = 1 + random.nextInt(6); i > 0 && input.length > 0; i--) {
            input = mutate(input);
        }
        return input;
    }

    private byte[] mutate(byte[] input) {
        int at = random.nextInt(input.length);
        int length = 1 + random.nextInt(Math.min(random.nextInt(8) == 0 ? 200 : 8, input.length - at));
        byte[] part = Arrays.copyOfRange(input, at, at + length);
        switch (random.nextInt(7)) {
            case 0:
                input[at] ^= (byte) (1 << random.nextInt(8));
                return input;
            case 1:
                input[at] = (byte) random.nextInt(256);
                return input;
            case 2:
                return replace(input, at, length, new byte[0]);
            case 3:
                return replace(input, random.nextInt(input.length), 0, part);
            case 4:
                return replace(input, at, length, elsewhere(length));
            case 5:
                return replace(input, random.nextInt(input.length), 0, elsewhere(length));
            default:
                Arrays.fill(input, at, at + length, (byte) (random.nextBoolean() ? 0xff : 0));
                return name.equals("elf") ? input : Arrays.copyOf(input, at);
        }
    }

    private byte[] elsewhere(int length) {
        byte[] other = seeds.get(random.nextInt(seeds.size()));
        int at = random.nextInt(Math.max(1, other.length - length));
        return Arrays.copyOfRange(other, at, Math.min(other.length, at + length));
    }

    private static byte[] replace(byte[] input, int at, int length, byte[] by) {
        byte[] result = new byte[input.length - length + by.length];
        System.arraycopy(input, 0, result, 0, at);
        System.arraycopy(by, 0, result, at, by.length);
        System.arraycopy(input, at + length, result, at + by.length, input.length - at - length);
        return result;
    }

    private byte[] shrink(byte[] input, String kind) {
        int attempts = 0;
        for (int size = input.length / 2; size >= 1 && attempts < SHRINK_ATTEMPTS; size /= 2) {
            for (int at = 0; at + size <= input.length && attempts < SHRINK_ATTEMPTS; attempts++) {
                byte[] smaller = replace(input, at, size, new byte[0]);
                if (kind.equals(failure(smaller))) {
                    input = smaller;
                } else {
                    at += size;
                }
            }
        }
        return input;
    }

    private void keep(String kind, byte[] input) {
        try {
            Path directory = Files.createDirectories(Path.of("tests/fuzz/found", name));
            Path file = Files.write(directory.resolve(Integer.toHexString(kind.hashCode())), input);
            System.out.println("found " + kind + ": " + file + " (" + input.length + " bytes)");
        } catch (IOException e) {
            throw new IllegalStateException("a finding cannot be kept", e);
        }
    }
}

package dev.toec.driver;

import dev.toec.diag.Diagnostic;
import dev.toec.diag.Diagnostics;
import dev.toec.diag.Severity;
import dev.toec.engine.Engine;
import dev.toec.engine.EngineException;
import dev.toec.engine.Frame;
import dev.toec.engine.Pcap;
import dev.toec.engine.RunRequest;
import dev.toec.engine.RunResult;
import dev.toec.engine.TableEntry;
import dev.toec.engine.TableText;
import dev.toec.graph.InstanceGraph;
import dev.toec.graph.PlacedGraph;
import dev.toec.target.Target;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Runs a program as the code a target generates for it: emits, builds with {@code make}, runs the executable on captures
 * and reads its result. The schedule is the machine's: {@link RunRequest#seed} has no influence.
 */
public final class CompiledEngine implements Engine {
    private static final String SANITIZED = "CFLAGS=-O1 -g -fsanitize=address,undefined -fno-sanitize-recover=all";

    private final Target target;
    private final Options options;
    private final BuildCache cache;

    /**
     * How programs are built and run.
     *
     * @param sanitize whether to build with the address and undefined-behaviour sanitizers, whose findings fail the run
     * @param limit most time one run may take, the build not included
     * @param cache directory of builds, see {@link #defaultCache}
     */
    public record Options(boolean sanitize, Duration limit, Path cache) {
        /** Plain builds in the user's cache, two minutes a run. */
        public static final Options DEFAULT = new Options(false, Duration.ofMinutes(2), defaultCache());

        public Options {
            Objects.requireNonNull(limit);
            Objects.requireNonNull(cache);
        }

        /** The same with sanitizers on or off. */
        public Options withSanitizers(boolean on) {
            return new Options(on, limit, cache);
        }
    }

    /** With {@link Options#DEFAULT}. */
    public CompiledEngine(Target target) {
        this(target, Options.DEFAULT);
    }

    public CompiledEngine(Target target, Options options) {
        this.target = Objects.requireNonNull(target);
        this.options = Objects.requireNonNull(options);
        this.cache = new BuildCache(options.cache());
    }

    /** Where builds lie when nobody says otherwise: {@code toec/builds} of the user's cache directory (XDG base directories). */
    public static Path defaultCache() {
        String configured = System.getenv("XDG_CACHE_HOME");
        Path caches = configured == null || configured.isEmpty()
                ? Path.of(System.getProperty("user.home"), ".cache")
                : Path.of(configured);
        return caches.resolve("toec").resolve("builds");
    }

    @Override
    public String name() {
        return target.name();
    }

    @Override
    public RunResult run(RunRequest request) throws EngineException {
        List<String> executable = executable(request.graph());
        try {
            Path scratch = Files.createTempDirectory("toec-run-");
            try {
                return run(request, executable, scratch);
            } finally {
                BuildCache.delete(scratch);
            }
        } catch (IOException e) {
            throw new EngineException("cannot exchange files with the generated program: " + e, e);
        }
    }

    /**
     * Builds the program if it was not built before.
     *
     * @return the command that runs it
     * @throws EngineException if the target cannot do something the program needs, or a tool is missing or fails
     */
    public List<String> executable(PlacedGraph placed) throws EngineException {
        requireSupported(placed);
        RequiredTools.require("target " + target.name(), target.tools());
        String name = placed.graph().program().name() + "-" + target.name();
        return target.command(
                cache.built(name, target.emit(placed), options.sanitize() ? List.of(SANITIZED) : List.of()));
    }

    /**
     * Starts the program on network interfaces. Its messages go to standard error.
     *
     * @param interfaces name of the interface by external port
     * @param tables initial entries by {@code Stage.table}
     * @throws EngineException as {@link #executable} does, or if it cannot be started
     */
    public LiveProgram live(PlacedGraph placed, Map<String, String> interfaces, Map<String, List<TableEntry>> tables)
            throws EngineException {
        List<String> command = new ArrayList<>(executable(placed));
        interfaces.forEach((port, name) -> command.addAll(List.of("--live", port + "=" + name)));
        try {
            Path scratch = Files.createTempDirectory("toec-live-");
            command.addAll(tables(tables, scratch));
            command.addAll(
                    List.of("--result", scratch.resolve(LiveProgram.RESULT).toString()));
            return new LiveProgram(
                    placed.graph(), new ProcessBuilder(command).inheritIO().start(), scratch);
        } catch (IOException e) {
            throw new EngineException("cannot start the generated program: " + e.getMessage(), e);
        }
    }

    private void requireSupported(PlacedGraph placed) throws EngineException {
        Diagnostics diagnostics = new Diagnostics();
        target.check(placed, diagnostics);
        Optional<Diagnostic> error = diagnostics.sorted().stream()
                .filter(d -> d.code().severity() == Severity.ERROR)
                .findFirst();
        if (error.isPresent()) {
            Diagnostic first = error.get();
            throw new EngineException(first.primary().span() + ": " + first.code() + " " + first.message());
        }
    }

    private RunResult run(RunRequest request, List<String> executable, Path scratch)
            throws IOException, EngineException {
        InstanceGraph graph = request.graph().graph();
        Path result = scratch.resolve("result");
        List<String> command = new ArrayList<>(executable);
        command.addAll(inputs(request, scratch));
        for (InstanceGraph.ExternalPort port : graph.ports()) {
            command.addAll(List.of("--out", port.name() + "=" + output(scratch, port)));
        }
        command.addAll(tables(request.tables(), scratch));
        command.addAll(List.of("--result", result.toString()));
        new Command(command, scratch.resolve("log")).run(options.limit());
        return ResultText.parse(Files.readString(result), graph).result(transmitted(graph, scratch));
    }

    private static List<String> inputs(RunRequest request, Path scratch) throws IOException {
        List<String> arguments = new ArrayList<>();
        for (Map.Entry<String, List<Frame>> port : request.frames().entrySet()) {
            Path capture = scratch.resolve("in-" + port.getKey() + ".pcap");
            Files.write(capture, Pcap.write(port.getValue()));
            arguments.addAll(List.of("--in", port.getKey() + "=" + capture));
        }
        return arguments;
    }

    private static List<String> tables(Map<String, List<TableEntry>> tables, Path scratch) throws IOException {
        List<String> arguments = new ArrayList<>();
        for (Map.Entry<String, List<TableEntry>> table : tables.entrySet()) {
            Path file = scratch.resolve(table.getKey() + ".tbl");
            Files.writeString(file, TableText.write(table.getValue()));
            arguments.addAll(List.of("--table", table.getKey() + "=" + file));
        }
        return arguments;
    }

    private static Map<String, List<Frame>> transmitted(InstanceGraph graph, Path scratch)
            throws IOException, EngineException {
        Map<String, List<Frame>> frames = new LinkedHashMap<>();
        for (InstanceGraph.ExternalPort port : graph.ports()) {
            frames.put(port.name(), Pcap.read(Files.readAllBytes(output(scratch, port))));
        }
        return frames;
    }

    private static Path output(Path scratch, InstanceGraph.ExternalPort port) {
        return scratch.resolve("out-" + port.name() + ".pcap");
    }
}

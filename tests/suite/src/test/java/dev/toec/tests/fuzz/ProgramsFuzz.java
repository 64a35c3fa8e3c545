package dev.toec.tests.fuzz;

import dev.toec.diag.Diagnostics;
import dev.toec.driver.Compilation;
import dev.toec.driver.CompiledEngine;
import dev.toec.driver.ResultDifference;
import dev.toec.driver.Targets;
import dev.toec.engine.Engine;
import dev.toec.engine.EngineException;
import dev.toec.engine.RunRequest;
import dev.toec.graph.InstanceGraph;
import dev.toec.graph.Mapping;
import dev.toec.interp.Interpreter;
import dev.toec.source.SourceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Runs random programs on the interpreter and on generated code until time is over, and keeps what they disagree on:
 * {@code ProgramsFuzz SECONDS SEED DIRECTORY ENGINE…}. Ends with status 1 if anything was kept.
 */
final class ProgramsFuzz {
    private static final int REPLICAS = 4;

    private final List<Engine> engines;
    private final Path kept;
    private int programs;
    private int faults;

    private ProgramsFuzz(List<Engine> engines, Path kept) {
        this.engines = engines;
        this.kept = kept;
    }

    public static void main(String[] arguments) throws IOException {
        long end = System.nanoTime() + Long.parseLong(arguments[0]) * 1_000_000_000L;
        List<Engine> engines = new ArrayList<>();
        for (String name : List.of(arguments).subList(3, arguments.length)) {
            engines.add(Targets.find(name)
                    .map(CompiledEngine::new)
                    .orElseThrow(() -> new IllegalArgumentException("no engine " + name)));
        }
        ProgramsFuzz fuzz = new ProgramsFuzz(engines, Path.of(arguments[2]));
        for (long seed = Long.parseLong(arguments[1]); System.nanoTime() < end; seed++) {
            fuzz.tryProgram(seed);
        }
        System.out.printf("%d passed, %d failed, 0 skipped%n", fuzz.programs - fuzz.faults, fuzz.faults);
        System.exit(fuzz.faults == 0 ? 0 : 1);
    }

    private void tryProgram(long seed) throws IOException {
        RandomProgram program = RandomProgram.of(seed);
        programs++;
        Optional<String> fault = fault(program);
        if (fault.isPresent()) {
            faults++;
            Files.createDirectories(kept);
            Files.writeString(kept.resolve("program-" + seed + ".ir"), program.text());
            System.out.println("seed " + seed + ", kept in " + kept + ": " + fault.get());
        }
    }

    private Optional<String> fault(RandomProgram program) {
        Diagnostics diagnostics = new Diagnostics();
        Optional<InstanceGraph> graph =
                Compilation.compile(new SourceFile("random.ir", program.text()), List.of(), diagnostics);
        if (graph.isEmpty()) {
            return Optional.of("does not compile: " + diagnostics.sorted());
        }
        RunRequest request =
                new RunRequest(Compilation.place(graph.get(), Mapping.NONE, REPLICAS), program.frames(), Map.of(), 0);
        try {
            return disagreement(request);
        } catch (EngineException e) {
            return Optional.of(e.getMessage());
        }
    }

    private Optional<String> disagreement(RunRequest request) throws EngineException {
        Engine meaning = new Interpreter();
        var expected = meaning.run(request);
        for (Engine engine : engines) {
            Optional<ResultDifference> difference = ResultDifference.first(expected, engine.run(request));
            if (difference.isPresent()) {
                return Optional.of(difference.get().describe(meaning.name(), engine.name()));
            }
        }
        return Optional.empty();
    }
}

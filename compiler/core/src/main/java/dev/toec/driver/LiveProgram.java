package dev.toec.driver;

import dev.toec.engine.EngineException;
import dev.toec.engine.RunResult;
import dev.toec.graph.InstanceGraph;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** A generated program at work on network interfaces. */
public final class LiveProgram {
    static final String RESULT = "result";

    private final InstanceGraph graph;
    private final Process process;
    private final Path scratch;

    /** @param scratch a directory of its own, where the program writes {@value #RESULT}; deleted at its end */
    LiveProgram(InstanceGraph graph, Process process, Path scratch) {
        this.graph = graph;
        this.process = process;
        this.scratch = scratch;
    }

    /**
     * What it did until its end.
     *
     * @param result without the transmitted packets themselves
     * @param sent their number by port
     */
    public record Ended(RunResult result, Map<String, Long> sent) {}

    /** Tells it to end; it handles what it has received, then writes its result. */
    public void stop() {
        process.destroy();
    }

    /**
     * Waits until it has ended, by itself or told to.
     *
     * @throws EngineException if it failed; it has said why on standard error
     */
    public Ended waitUntilEnded() throws EngineException {
        try {
            int status = process.waitFor();
            if (status != 0) {
                throw new EngineException("the program failed with status " + status);
            }
            ResultText facts = ResultText.parse(Files.readString(scratch.resolve(RESULT)), graph);
            BuildCache.delete(scratch);
            return new Ended(facts.result(Map.of()), facts.sent());
        } catch (InterruptedException e) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw new EngineException("waiting for the program was interrupted", e);
        } catch (IOException e) {
            throw new EngineException("the program's result cannot be read: " + e.getMessage(), e);
        }
    }
}

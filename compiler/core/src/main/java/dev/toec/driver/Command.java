package dev.toec.driver;

import dev.toec.engine.EngineException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A program run to its end, its output kept in a file so that it can never block on it. */
final class Command {
    private static final int SHOWN_LINES = 20;

    private final List<String> words;
    private final Path log;

    /** @param log where standard output and standard error go */
    Command(List<String> words, Path log) {
        this.words = List.copyOf(words);
        this.log = log;
    }

    /**
     * Runs it.
     *
     * @throws EngineException if it cannot be started, does not end in {@code limit}, or fails; with what it last printed
     */
    void run(Duration limit) throws EngineException {
        Process process = start();
        try {
            if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new EngineException(name() + " did not end within " + limit.toSeconds() + " s" + lastOutput());
            }
            if (process.exitValue() != 0) {
                throw new EngineException(name() + " failed with status " + process.exitValue() + lastOutput());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new EngineException(name() + " was interrupted", e);
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }

    private Process start() throws EngineException {
        try {
            return new ProcessBuilder(words)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .redirectInput(ProcessBuilder.Redirect.from(new java.io.File("/dev/null")))
                    .start();
        } catch (IOException e) {
            throw new EngineException("cannot start " + words.get(0) + ": " + e.getMessage(), e);
        }
    }

    private String name() {
        return Path.of(words.get(0)).getFileName().toString();
    }

    private String lastOutput() {
        try {
            List<String> lines = new String(Files.readAllBytes(log), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            List<String> last = lines.subList(Math.max(0, lines.size() - SHOWN_LINES), lines.size());
            return last.isEmpty() ? ", and printed nothing" : ":\n" + String.join("\n", last);
        } catch (IOException e) {
            return ", and its output cannot be read: " + e.getMessage();
        }
    }
}

package dev.toec.target;

import dev.toec.diag.Diagnostics;
import dev.toec.graph.PlacedGraph;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A machine toec generates code for. Implementations are found with {@link java.util.ServiceLoader}; a new one inherits
 * the whole corpus of run cases by naming itself and how its programs are run.
 */
public interface Target {
    /** The name on the command line, lower case. */
    String name();

    /** What it is, in one line of help. */
    String description();

    /** How many copies of a replicated stage it runs when no mapping says. */
    int defaultReplicas();

    /** Reports what of {@code placed} this target cannot do, by name, before anything is generated. */
    void check(PlacedGraph placed, Diagnostics diagnostics);

    /**
     * Generates the program: every file of the build directory, runtime and build file included, as relative path (with
     * {@code /}) and text. Deterministic; touches no disk. Only called when {@link #check} reported no error.
     */
    Map<String, String> emit(PlacedGraph placed);

    /**
     * Programs that must be on the PATH to build and run what was generated, for messages and skipped tests; the
     * compiler itself needs none of them.
     */
    List<String> tools();

    /** The command, without arguments, that runs what {@code make} left in {@code directory}. */
    List<String> command(Path directory);
}

package dev.toec.engine;

/** Something that runs programs: the interpreter, or generated code of a target. All are interchangeable. */
public interface Engine {
    /** The name on the command line: {@code interp} or a target's. */
    String name();

    /**
     * Runs the program to the end of its input.
     *
     * @throws EngineException if it could not be run, with a message for the user
     */
    RunResult run(RunRequest request) throws EngineException;
}

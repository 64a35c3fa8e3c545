package dev.toec.engine;

/** An engine could not run a program: a tool is missing, the generated code crashed, a capture is unreadable. */
public final class EngineException extends Exception {
    /** @param message what happened and what to do next, for the user */
    public EngineException(String message) {
        super(message);
    }

    public EngineException(String message, Throwable cause) {
        super(message, cause);
    }
}

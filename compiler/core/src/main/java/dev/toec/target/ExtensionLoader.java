package dev.toec.target;

import dev.toec.diag.Diagnostics;
import java.nio.file.Path;
import java.util.Optional;

/** Reads attached programs of one kind; found with {@link java.util.ServiceLoader}. */
public interface ExtensionLoader {
    /** The hook kind it serves, as a hook declaration writes it: {@code xdp}. */
    String kind();

    /**
     * Reads, verifies and lifts a program.
     *
     * @param file the object
     * @param content its bytes
     * @param selector section or program name, or empty where the file has only one program
     * @return the program, or nothing when an error was reported
     */
    Optional<Extension> load(Path file, byte[] content, String selector, Diagnostics diagnostics);
}

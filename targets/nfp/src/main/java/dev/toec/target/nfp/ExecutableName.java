package dev.toec.target.nfp;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Which executable the build file of a directory makes. */
final class ExecutableName {
    private static final String ASSIGNMENT = "PROGRAM = ";

    private ExecutableName() {}

    static String in(Path directory) {
        try {
            return Files.readAllLines(directory.resolve("Makefile")).stream()
                    .filter(l -> l.startsWith(ASSIGNMENT))
                    .map(l -> l.substring(ASSIGNMENT.length()))
                    .findFirst()
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

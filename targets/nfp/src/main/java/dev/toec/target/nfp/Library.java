package dev.toec.target.nfp;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Files that every build directory has: the library of the firmware, and the emulation it runs on. */
final class Library {
    /** Their paths; {@code files.txt} lists them because a jar cannot be asked. */
    private Library() {}

    static List<String> paths() {
        return read("files.txt").lines().filter(l -> !l.isBlank()).toList();
    }

    /** The text of a resource beside this class. */
    static String read(String path) {
        try (InputStream in = Library.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalStateException("resource " + path + " is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

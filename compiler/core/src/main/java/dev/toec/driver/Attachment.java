package dev.toec.driver;

import java.nio.file.Path;
import java.util.Objects;

/**
 * A program the user attaches to a hook.
 *
 * @param hook {@code hook}, or {@code Stage.hook} where several stages have one of that name
 * @param file where it came from, for messages and for the names of its functions and maps
 * @param content its bytes
 * @param selector section or program name, or empty where the file holds one program only
 */
public record Attachment(String hook, Path file, byte[] content, String selector) {
    public Attachment {
        Objects.requireNonNull(hook);
        Objects.requireNonNull(file);
        Objects.requireNonNull(content);
        Objects.requireNonNull(selector);
    }
}

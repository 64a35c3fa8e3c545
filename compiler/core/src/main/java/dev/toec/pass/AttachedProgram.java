package dev.toec.pass;

import dev.toec.target.Extension;
import java.util.Objects;

/**
 * A program that runs on a hook of a stage.
 *
 * @param stage name of the stage
 * @param hook name of one of its hooks
 */
public record AttachedProgram(String stage, String hook, Extension extension) {
    public AttachedProgram {
        Objects.requireNonNull(stage);
        Objects.requireNonNull(hook);
        Objects.requireNonNull(extension);
    }
}

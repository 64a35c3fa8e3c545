package dev.toec.maven;

import dev.toec.driver.Attachment;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;

/** A program of an eBPF object and the hook it runs at, as {@code <attachment>} of a goal's configuration says it. */
public final class HookAttachment {
    /** {@code hook}, or {@code Stage.hook}. */
    @Parameter(required = true)
    private String hook;

    /** The object file. */
    @Parameter(required = true)
    private File object;

    /** Section or program in it; may be left out where the object has only one. */
    @Parameter
    private String section;

    Attachment read() throws MojoFailureException {
        if (hook == null || object == null) {
            throw new MojoFailureException("an <attachment> needs a <hook> and an <object>");
        }
        try {
            return new Attachment(
                    hook, object.toPath(), Files.readAllBytes(object.toPath()), section == null ? "" : section);
        } catch (IOException e) {
            throw new MojoFailureException("cannot read the object for hook " + hook + ": " + object, e);
        }
    }
}

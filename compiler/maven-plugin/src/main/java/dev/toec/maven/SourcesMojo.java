package dev.toec.maven;

import dev.toec.diag.Code;
import dev.toec.diag.Diagnostic;
import dev.toec.diag.Diagnostics;
import dev.toec.diag.Severity;
import dev.toec.diag.TextRenderer;
import dev.toec.driver.Attachment;
import dev.toec.source.SourceFile;
import java.io.File;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;

/**
 * What all goals do alike: find the programs, skip those that did not change since the goal last did its work on them,
 * log diagnostics, and fail the build when there are errors. Every program is looked at before the build fails.
 */
abstract class SourcesMojo extends AbstractMojo {
    private static final String SUFFIX = ".toe";

    @Parameter(defaultValue = "${project}", readonly = true, required = true)
    private MavenProject project;

    /** Where the programs are: every {@code .toe} file in it and below. */
    @Parameter(property = "toec.sourceDirectory", defaultValue = "${project.basedir}/src/main/toe")
    private File sourceDirectory;

    /** Where goals note what they did. */
    @Parameter(defaultValue = "${project.build.directory}/toec", readonly = true)
    private File stateDirectory;

    /** Programs of eBPF objects that run at hooks. */
    @Parameter
    private List<HookAttachment> attachments = List.of();

    /** Does nothing. */
    @Parameter(property = "toec.skip", defaultValue = "false")
    private boolean skip;

    @Override
    public final void execute() throws MojoExecutionException, MojoFailureException {
        if (skip) {
            getLog().info("toec is skipped");
            return;
        }
        List<Path> programs = programs();
        prepare(programs);
        List<Attachment> read = readAttachments();
        int errors = 0;
        for (Path file : programs) {
            errors += process(file, read);
        }
        if (errors > 0) {
            throw new MojoFailureException(
                    errors + (errors == 1 ? " error" : " errors") + " in TOE programs, see above");
        }
    }

    /** Checks parameters and tells Maven what will be there, changed or not. */
    void prepare(List<Path> programs) throws MojoFailureException {}

    /** What else than program, attachments and version decides the goal's result. */
    abstract String parameters();

    /** What the goal makes of {@code file} must be there, or it does its work again. */
    abstract boolean hasResult(Path file);

    /** Does the goal's work on one program. */
    abstract void process(Path file, SourceFile source, List<Attachment> attached, Diagnostics diagnostics)
            throws MojoExecutionException;

    private int process(Path file, List<Attachment> attached) throws MojoExecutionException {
        try {
            byte[] content = Files.readAllBytes(file);
            Fingerprint fingerprint = fingerprint(content, attached);
            Path state = stateFile(file);
            if (fingerprint.isIn(state) && hasResult(file)) {
                getLog().debug(file + " is unchanged");
                return 0;
            }
            Diagnostics diagnostics = new Diagnostics();
            process(file, content, attached, diagnostics);
            List<Diagnostic> reported = diagnostics.sorted();
            log(reported);
            if (reported.isEmpty()) { // a warning is given again next time
                fingerprint.write(state);
            }
            return (int) reported.stream().filter(SourcesMojo::isError).count();
        } catch (IOException e) {
            throw new MojoExecutionException("cannot read or write " + e.getMessage(), e);
        }
    }

    private void process(Path file, byte[] content, List<Attachment> attached, Diagnostics diagnostics)
            throws MojoExecutionException {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
            process(file, new SourceFile(file.toString(), text), attached, diagnostics);
        } catch (CharacterCodingException e) {
            SourceFile noText = new SourceFile(file.toString(), "");
            diagnostics.report(Code.E0902, noText.lineSpan(1), "it is not UTF-8 text");
        }
    }

    private static boolean isError(Diagnostic diagnostic) {
        return diagnostic.code().severity() == Severity.ERROR;
    }

    private void log(List<Diagnostic> reported) {
        TextRenderer renderer = new TextRenderer(false);
        for (Diagnostic diagnostic : reported) {
            String text = renderer.render(diagnostic).stripTrailing();
            if (isError(diagnostic)) {
                text.lines().forEach(getLog()::error);
            } else {
                text.lines().forEach(getLog()::warn);
            }
        }
    }

    private List<Path> programs() throws MojoExecutionException {
        if (!sourceDirectory.isDirectory()) {
            getLog().info("no directory " + sourceDirectory + ", so nothing to do");
            return List.of();
        }
        try (Stream<Path> files = Files.walk(sourceDirectory.toPath())) {
            return files.filter(file -> file.toString().endsWith(SUFFIX))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new MojoExecutionException("cannot list " + sourceDirectory, e);
        }
    }

    private List<Attachment> readAttachments() throws MojoFailureException {
        List<Attachment> read = new ArrayList<>();
        for (HookAttachment attachment : attachments) {
            read.add(attachment.read());
        }
        return read;
    }

    private Fingerprint fingerprint(byte[] content, List<Attachment> attached) {
        Fingerprint.Builder builder = new Fingerprint.Builder()
                .add(String.valueOf(getClass().getPackage().getImplementationVersion()))
                .add(parameters())
                .add(content);
        for (Attachment attachment : attached) {
            builder.add(attachment.hook()).add(attachment.selector()).add(attachment.content());
        }
        return builder.build();
    }

    private Path stateFile(Path file) {
        String path = sourceDirectory.toPath().relativize(file).toString();
        return stateDirectory.toPath().resolve(getClass().getSimpleName()).resolve(path + ".sha256");
    }

    /** The path of a program below the source directory, without its suffix: what its results are named after. */
    final String nameOf(Path file) {
        String path = sourceDirectory.toPath().relativize(file).toString();
        return path.substring(0, path.length() - SUFFIX.length());
    }

    final MavenProject project() {
        return project;
    }
}

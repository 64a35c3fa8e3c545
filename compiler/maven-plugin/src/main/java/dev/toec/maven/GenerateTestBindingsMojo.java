package dev.toec.maven;

import dev.toec.bindings.Bindings;
import dev.toec.diag.Diagnostics;
import dev.toec.driver.Attachment;
import dev.toec.driver.BuildDirectory;
import dev.toec.driver.Compilation;
import dev.toec.ir.IrProgram;
import dev.toec.source.SourceFile;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/** Generates Java for the modules of the project's programs, by which unit tests call them. */
@Mojo(name = "generate-test-bindings", defaultPhase = LifecyclePhase.GENERATE_TEST_SOURCES, threadSafe = true)
public final class GenerateTestBindingsMojo extends SourcesMojo {
    /** The Java package of the bindings; the program's name if it is not given. */
    @Parameter(property = "toec.bindingsPackage")
    private String bindingsPackage;

    /** Where to write; the folder of each program in it becomes a source folder of the tests. */
    @Parameter(defaultValue = "${project.build.directory}/generated-test-sources/toec")
    private File outputDirectory;

    @Override
    void prepare(List<Path> programs) {
        programs.forEach(
                file -> project().addTestCompileSourceRoot(directory(file).toString()));
    }

    @Override
    String parameters() {
        return outputDirectory + " " + bindingsPackage;
    }

    @Override
    boolean hasResult(Path file) {
        return Files.isDirectory(directory(file));
    }

    @Override
    void process(Path file, SourceFile source, List<Attachment> attached, Diagnostics diagnostics)
            throws MojoExecutionException {
        Optional<IrProgram> program = Compilation.program(source, diagnostics);
        if (program.isPresent()) {
            write(program.get(), directory(file));
        }
    }

    private void write(IrProgram program, Path directory) throws MojoExecutionException {
        String javaPackage = bindingsPackage == null ? program.name() : bindingsPackage;
        try {
            BuildDirectory.write(directory, Bindings.generate(program, javaPackage));
        } catch (IOException e) {
            throw new MojoExecutionException("cannot write " + directory + ": " + e.getMessage(), e);
        }
    }

    private Path directory(Path file) {
        return outputDirectory.toPath().resolve(nameOf(file));
    }
}

package dev.toec.maven;

import dev.toec.diag.Diagnostics;
import dev.toec.driver.Attachment;
import dev.toec.driver.BuildDirectory;
import dev.toec.driver.Compilation;
import dev.toec.driver.Targets;
import dev.toec.graph.InstanceGraph;
import dev.toec.graph.Mapping;
import dev.toec.graph.PlacedGraph;
import dev.toec.source.SourceFile;
import dev.toec.target.Target;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;

/** Generates the firmware of the project's programs: C or Micro-C, runtime and build file, for each target. */
@Mojo(name = "compile", defaultPhase = LifecyclePhase.GENERATE_RESOURCES, threadSafe = true)
public final class CompileMojo extends SourcesMojo {
    /** Which machines to generate for: {@code x86}, {@code bluefield}, {@code nfp}; all of them if none is named. */
    @Parameter(property = "toec.targets")
    private List<String> targets = List.of();

    /** Where to write; a program's code lies in {@code TARGET/PROGRAM} of it. */
    @Parameter(property = "toec.outputDirectory", defaultValue = "${project.build.directory}/generated-firmware")
    private File outputDirectory;

    private List<Target> chosen;

    @Override
    void prepare(List<Path> programs) throws MojoFailureException {
        List<Target> installed = Targets.all();
        chosen = targets.isEmpty() ? installed : new ArrayList<>();
        for (String name : targets) {
            chosen.add(installed.stream()
                    .filter(target -> target.name().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new MojoFailureException("there is no target " + name + "; there are "
                            + installed.stream().map(Target::name).collect(Collectors.joining(", ")))));
        }
    }

    @Override
    String parameters() {
        return outputDirectory + " " + chosen.stream().map(Target::name).toList();
    }

    @Override
    boolean hasResult(Path file) {
        return chosen.stream().allMatch(target -> Files.isDirectory(directory(target, file)));
    }

    @Override
    void process(Path file, SourceFile source, List<Attachment> attached, Diagnostics diagnostics)
            throws MojoExecutionException {
        Optional<InstanceGraph> graph = Compilation.compile(source, attached, diagnostics);
        if (graph.isEmpty()) {
            return;
        }
        for (Target target : chosen) {
            PlacedGraph placed = Compilation.place(graph.get(), Mapping.NONE, target.defaultReplicas());
            target.check(placed, diagnostics);
            if (!diagnostics.hasErrors()) {
                write(target, file, placed);
            }
        }
    }

    private void write(Target target, Path file, PlacedGraph placed) throws MojoExecutionException {
        Path directory = directory(target, file);
        try {
            BuildDirectory.write(directory, target.emit(placed));
            getLog().info("generated " + directory);
        } catch (IOException e) {
            throw new MojoExecutionException("cannot write " + directory + ": " + e.getMessage(), e);
        }
    }

    private Path directory(Target target, Path file) {
        return outputDirectory.toPath().resolve(target.name()).resolve(nameOf(file));
    }
}

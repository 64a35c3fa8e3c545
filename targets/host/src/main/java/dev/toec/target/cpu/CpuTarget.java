package dev.toec.target.cpu;

import dev.toec.cgen.Structurer;
import dev.toec.cgen.Templates;
import dev.toec.diag.Code;
import dev.toec.diag.Diagnostic;
import dev.toec.diag.Diagnostics;
import dev.toec.graph.InstanceGraph;
import dev.toec.graph.PlacedGraph;
import dev.toec.ir.Function;
import dev.toec.target.Target;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;

/** A target that runs stages as POSIX threads of one process. What differs between machines is in their templates. */
public abstract class CpuTarget implements Target {
    /** {@code TOE_SEQUENCES_MAX} of the runtime. */
    private static final int MOST_SEQUENCES = 4;

    private static final int REPLICAS = 4;

    private final String group;

    /** @param group template group beside the subclass that overrides what its machine does differently */
    protected CpuTarget(String group) {
        this.group = group;
    }

    @Override
    public int defaultReplicas() {
        return REPLICAS;
    }

    @Override
    public void check(PlacedGraph placed, Diagnostics diagnostics) {
        InstanceGraph graph = placed.graph();
        if (graph.sequences().size() > MOST_SEQUENCES) {
            InstanceGraph.Sequence extra = graph.sequences().get(MOST_SEQUENCES);
            diagnostics.report(Diagnostic.of(
                            Code.E0701,
                            extra.span(),
                            "target " + name() + " keeps at most " + MOST_SEQUENCES + " sequences")
                    .withFix("number the packets of several ports in one sequence"));
        }
        Stream<Function> handlers = graph.stages().stream()
                .flatMap(s -> s.module().handlers().stream())
                .map(h -> h.body());
        Stream.concat(graph.program().functions().stream(), handlers)
                .filter(f -> !Structurer.isReducible(f))
                .forEach(f -> diagnostics.report(
                        Diagnostic.of(Code.E0701, f.span(), "function " + f.name() + " has a loop with two entries")
                                .withNote("C without goto cannot say it")
                                .withFix("enter the loop at one place only")));
    }

    @Override
    public Map<String, String> emit(PlacedGraph placed) {
        ProgramModel program = new ProgramCode(placed).model();
        Templates templates = Templates.load(getClass(), group).inheriting(Templates.load(CpuTarget.class, "cpu.stg"));
        Map<String, String> files = new LinkedHashMap<>();
        files.put("Makefile", render(templates, "makefile", Map.of("program", program)));
        files.put(program.name() + ".h", render(templates, "programHeader", Map.of("program", program)));
        for (ProgramModel.Stage stage : program.stages()) {
            files.put(stage.file() + ".h", render(templates, "stageHeader", Map.of("stage", stage.code())));
            files.put(stage.file() + ".c", render(templates, "stageSource", Map.of("stage", stage.code())));
        }
        files.put("pipeline.c", render(templates, "pipeline", Map.of("program", program)));
        files.putAll(Runtime.files());
        return files;
    }

    private static String render(Templates templates, String template, Map<String, ?> attributes) {
        String text = templates.render(template, attributes).stripTrailing() + "\n";
        // Optional parts leave their distance behind.
        return text.replaceAll("\n{3,}", "\n\n").replaceAll("\n\n(?=[ ]*\\}[;,]?\n)", "\n");
    }

    /** The executable that {@code make} left in {@code directory}: the one file there without an extension. */
    protected static String executable(Path directory) {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(Files::isRegularFile)
                    .map(Path::getFileName)
                    .map(Path::toString)
                    .filter(name -> !name.contains(".") && !name.equals("Makefile"))
                    .findFirst()
                    .map(name -> directory.resolve(name).toAbsolutePath().toString())
                    .orElseThrow(() -> new IllegalStateException("nothing was built in " + directory));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}

package dev.toec.driver;

import static org.assertj.core.api.Assertions.assertThat;

import dev.toec.cases.CaseFile;
import dev.toec.diag.Diagnostics;
import dev.toec.graph.InstanceGraph;
import dev.toec.graph.InstanceGraph.Stage;
import dev.toec.graph.Mapping;
import dev.toec.graph.PlacedGraph;
import dev.toec.ir.Function;
import dev.toec.ir.IrParser;
import dev.toec.ir.IrPrinter;
import dev.toec.ir.IrProgram;
import dev.toec.ir.Module;
import dev.toec.pass.GraphVerifier;
import dev.toec.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Whole compilations: section TOE or IR in; DIAGNOSTICS, GRAPH (stages, reorder points, links) and CODE (functions
 * and handlers after all passes) out. MAPPING is a mapping for a target {@code t}, ATTACH lists {@code hook program}.
 */
class CompilationCasesTest {
    @TestFactory
    Stream<DynamicTest> graph() {
        return CaseFile.tests("graph", CompilationCasesTest::check);
    }

    @TestFactory
    Stream<DynamicTest> analysis() {
        return CaseFile.tests("analysis", CompilationCasesTest::check);
    }

    @TestFactory
    Stream<DynamicTest> pass() {
        return CaseFile.tests("pass", CompilationCasesTest::check);
    }

    private static void check(CaseFile file) {
        Diagnostics diagnostics = new Diagnostics();
        Optional<InstanceGraph> graph = Compilation.compile(source(file), attachments(file), diagnostics);
        Mapping mapping = Mapping.NONE;
        if (file.has("MAPPING")) {
            mapping = Mapping.parse(file.source("MAPPING", "map"), "t", diagnostics);
            mapping.check(graph.orElseThrow(), diagnostics);
        }
        file.expect(diagnostics);
        if (graph.isPresent()) {
            assertThat(GraphVerifier.verify(graph.get())).isEmpty();
            readsBack(GraphVerifier.program(graph.get()));
            expect(file, "GRAPH", graph(Compilation.place(graph.get(), mapping, 4)));
            expect(file, "CODE", code(graph.get()));
        }
    }

    /** What passes made prints and parses like what people write. */
    private static void readsBack(IrProgram program) {
        Diagnostics diagnostics = new Diagnostics();
        SourceFile text = new SourceFile("printed.ir", IrPrinter.print(program));
        IrProgram again = IrParser.parse(text, diagnostics);
        assertThat(diagnostics.sorted()).isEmpty();
        assertThat(again).isEqualTo(program);
    }

    private static SourceFile source(CaseFile file) {
        return file.has("TOE") ? file.source("TOE", "toe") : file.source("IR", "ir");
    }

    /** What a case does not ask for is not compared. */
    private static void expect(CaseFile file, String section, String actual) {
        if (file.has(section)) {
            file.expect(section, actual);
        }
    }

    private static List<Attachment> attachments(CaseFile file) {
        List<Attachment> attachments = new ArrayList<>();
        if (file.has("ATTACH")) {
            for (String line : file.section("ATTACH").split("\n")) {
                attachments.add(TestPrograms.attachment(line, file));
            }
        }
        return attachments;
    }

    private static String graph(PlacedGraph placed) {
        StringBuilder text = new StringBuilder();
        for (Stage stage : placed.graph().stages()) {
            text.append("stage ")
                    .append(stage.name())
                    .append(" x")
                    .append(placed.replicas(stage))
                    .append('\n');
            for (var table : stage.module().tables()) {
                text.append("  table ").append(stage.qualified(table.name())).append('\n');
            }
        }
        placed.graph()
                .reorderPoints()
                .forEach(p -> text.append("reorder ").append(p.name()).append('\n'));
        for (InstanceGraph.Link link : placed.graph().links()) {
            text.append(link.from()).append('.').append(link.fromPort()).append(" -> ");
            text.append(link.reorder().map(r -> r + " -> ").orElse(""));
            text.append(link.to())
                    .append('.')
                    .append(link.toPort())
                    .append(" : ")
                    .append(link.work())
                    .append('\n');
        }
        return text.toString();
    }

    private static String code(InstanceGraph graph) {
        List<String> functions = new ArrayList<>();
        for (Function function : graph.program().functions()) {
            functions.add(IrPrinter.print(function));
        }
        for (Stage stage : graph.stages()) {
            for (Module.Handler handler : stage.module().handlers()) {
                functions.add(IrPrinter.print(handler.body()));
            }
        }
        return String.join("\n", functions);
    }
}
